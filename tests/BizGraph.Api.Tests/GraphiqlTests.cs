using System.Text.Json;
using BizGraph.Api.Hosting;
using BizGraph.Api.Samples;
using Microsoft.Playwright;

namespace BizGraph.Api.Tests;

/// <summary>GraphiQL at /graphql, and the queries that it opens with.</summary>
public sealed class GraphiqlTests
{
    public static TheoryData<string> Examples => [.. ExampleQueries.All];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Each_example_has_an_answer_in_the_sample_town(string query)
    {
        await using var service = await RunningService.StartAsync(SampleTown.OpenAsync);

        var data = await service.QueryAsync(query);

        Assert.All(data.EnumerateObject(), field => Assert.NotEqual(JsonValueKind.Null, field.Value.ValueKind));
    }

    [Fact]
    public async Task A_browser_types_a_query_and_reads_its_answer()
    {
        await using var service = await RunningService.StartAsync(SampleTown.OpenAsync);
        await using var browser = await Browser.OpenAsync(service.Client.BaseAddress!);
        var page = await OpenGraphiqlAsync(browser);

        await page.GetByRole(AriaRole.Button, new() { Name = "Add tab" }).ClickAsync();
        await page.Locator(".graphiql-query-editor .CodeMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("{ business(id: \"marlow-lane-bakery\") { name } }");
        await Task.Delay(500); // GraphiQL takes up what is typed after a pause of 100 ms, as a person makes.
        await ExecuteAsync(page);

        await AnswerAsync(page, "\"name\": \"Marlow Lane Bakery\"");
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task Each_example_has_a_tab_and_the_first_one_runs()
    {
        await using var service = await RunningService.StartAsync(SampleTown.OpenAsync);
        await using var browser = await Browser.OpenAsync(service.Client.BaseAddress!);
        var page = await OpenGraphiqlAsync(browser);

        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(ExampleQueries.All.Count);
        await ExecuteAsync(page);

        await AnswerAsync(page, "\"type\": \"SUPPLIES\"");
        Assert.Empty(browser.Complaints);
    }

    static async Task<IPage> OpenGraphiqlAsync(Browser browser)
    {
        await browser.Page.GotoAsync("graphql");
        Assert.SkipWhen(
            (await browser.Page.ContentAsync()).Contains("scripts/graphql-graphiql", StringComparison.Ordinal),
            "GraphiQL's files are not here: scripts/graphql-graphiql fetches them from npm."
        );
        return browser.Page;
    }

    static Task ExecuteAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { NameRegex = new("Execute query") }).ClickAsync();

    static Task AnswerAsync(IPage page, string text) =>
        Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync(text, new() { Timeout = 20_000 });
}
