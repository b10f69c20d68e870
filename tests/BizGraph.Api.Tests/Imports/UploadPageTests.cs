using System.Net;
using Microsoft.Playwright;

namespace BizGraph.Api.Tests.Imports;

/// <summary>The upload form in a real browser, at the width of a phone.</summary>
public sealed class UploadPageTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_person_chooses_files_looks_and_takes_them_in()
    {
        var members = _folder.Write("members.csv", "id,name,Ort\n1,Mill,Ham\n2,Forge,Ely\n");
        await using var service = await RunningService.StartAsync();
        await using var browser = await Browser.OpenAsync(service.Client.BaseAddress!);
        var page = browser.Page;
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync("");

        await page.GetByLabel("Files").SetInputFilesAsync(members);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at them first" }).ClickAsync();

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Before your lists are taken in");
        await Assertions.Expect(page.GetByText("name: Mill; locality: Ham")).ToBeVisibleAsync();
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(width, 1, 360);

        await page.GetByRole(AriaRole.Button, new() { Name = "Take it in" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your lists are taken in");
        Assert.Single(await service.Store.ImportsAsync());
        Assert.Empty(browser.Complaints);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_post_a_form_here()
    {
        await using var service = await RunningService.StartAsync();
        await using var other = await RunningService.StartAsync();
        var target = new Uri(service.Client.BaseAddress!, "/imports/preview");
        // Another port of this machine is another site to the service; the page there is an attacker's.
        await using var browser = await Browser.OpenAsync(other.Client.BaseAddress!);
        var page = browser.Page;
        await page.UnrouteAllAsync();
        await page.RouteAsync(
            other.Client.BaseAddress + "attack",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html",
                        Body =
                            $"<form action=\"{target}\" method=\"post\" enctype=\"multipart/form-data\"><button>Win</button></form>",
                    }
                )
        );
        await page.GotoAsync("attack");

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button).ClickAsync(),
            response => response.Url == target.ToString()
        );

        Assert.Equal((int)HttpStatusCode.Forbidden, answer.Status);
    }
}
