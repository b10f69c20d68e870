using System.Net;

namespace BizGraph.Api.Tests;

/// <summary>Pairs that may be one business are answered on the page, and every import can be taken back there.</summary>
public sealed class DuplicatePageTests
{
    // Two ids of one source are never merged unasked.
    const string Town = "id,name,locality,phone\n1,Old Mill Bakery,Ham,01632 960001\n2,Old Mill Bakery Ltd,Ham,01632 960001\n";

    [Fact]
    public async Task A_pair_is_answered_and_the_answer_taken_back()
    {
        await using var service = await RunningService.StartWithAsync(Town);
        var asked = await service.Client.GetStringAsync(Address("/duplicates"));
        Assert.Contains("1 pair waits for an answer", asked, StringComparison.Ordinal);
        Assert.Contains("Old Mill Bakery Ltd", asked, StringComparison.Ordinal);

        var (status, page) = await PostAsync(service, "/duplicates", new("one", "1"), new("other", "2"), new("same", "true"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Your answer is kept, as import 2.", page, StringComparison.Ordinal);
        Assert.Contains("No pair waits", page, StringComparison.Ordinal);
        Assert.Matches("[^0-9]1 business", await service.Client.GetStringAsync(Address("/")));

        Assert.Contains("Take it back", await service.Client.GetStringAsync(Address("/imports")), StringComparison.Ordinal);
        Assert.Contains(
            "Import 2 is undone.",
            (await PostAsync(service, "/imports/undo", new KeyValuePair<string, string>("import", "2"))).Page,
            StringComparison.Ordinal
        );
        Assert.Contains("1 pair waits", await service.Client.GetStringAsync(Address("/duplicates")), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await PostAsync(service, "/imports/undo", new KeyValuePair<string, string>("import", "2"))).Status
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await PostAsync(service, "/imports/undo", new KeyValuePair<string, string>("import", "two"))).Status
        );
    }

    [Theory]
    [InlineData("1", "9", "true", HttpStatusCode.Conflict, "There is no business &#x27;9&#x27;")]
    [InlineData("1", "1", "true", HttpStatusCode.Conflict, "expected two ids")]
    [InlineData("1", "2", "perhaps", HttpStatusCode.BadRequest, "perhaps")]
    public async Task An_answer_that_cannot_be_is_said(
        string one,
        string other,
        string same,
        HttpStatusCode expected,
        string says
    )
    {
        await using var service = await RunningService.StartWithAsync(Town);

        var (status, page) = await PostAsync(service, "/duplicates", new("one", one), new("other", other), new("same", same));

        Assert.Equal(expected, status);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Single(await service.Store.ImportsAsync());
    }

    [Fact]
    public async Task A_page_of_another_site_can_neither_answer_nor_take_back()
    {
        await using var service = await RunningService.StartWithAsync(Town);
        service.Client.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync(service, "/duplicates", new("one", "1"), new("other", "2"), new("same", "true"))).Status
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await PostAsync(service, "/imports/undo", new KeyValuePair<string, string>("import", "1"))).Status
        );
        Assert.Equal(1, await service.Store.VersionAsync());
    }

    [Fact]
    public async Task GraphQL_takes_an_import_back()
    {
        await using var service = await RunningService.StartWithAsync(Town);
        const string Undo = "mutation { undoImport(number: 1) { importUndone { version sentence } errors { __typename } } }";

        var undone = (await service.QueryAsync(Undo)).GetProperty("undoImport").GetProperty("importUndone");
        Assert.Equal(2, undone.GetProperty("version").GetInt64());
        Assert.Contains("2 businesses gone", undone.GetProperty("sentence").GetString(), StringComparison.Ordinal);

        var again = (await service.QueryAsync(Undo)).GetProperty("undoImport").GetProperty("errors")[0];
        Assert.Equal("ImportDeclinedError", again.GetProperty("__typename").GetString());
    }

    static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        RunningService service,
        string path,
        params KeyValuePair<string, string>[] fields
    )
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await service.Client.PostAsync(Address(path), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static Uri Address(string path) => new(path, UriKind.Relative);
}
