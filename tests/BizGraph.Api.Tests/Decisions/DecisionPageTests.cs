using System.Net;
using System.Text.RegularExpressions;

namespace BizGraph.Api.Tests.Decisions;

/// <summary>Introductions and gaps on the plain pages, and the forms by which people decide about them.</summary>
public sealed partial class DecisionPageTests
{
    const string Town = """
        id,name,industry,locality,offers,needs
        penny,Penny Column,Bookkeeper,Ham,bookkeeping,
        shop,Corner Shop,Grocer,Ham,,bookkeeping
        mill,Old Mill,Mill,Ham,flour,
        barn,<b>The Barn</b>,Barn,Ham,,

        """;

    const string Ties = "from,to,type\nmill,shop,supplies\n";

    [Fact]
    public async Task An_introduction_is_accepted_by_its_form_and_stands_as_accepted()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var page = await WhenMadeAsync(service, "/introductions");
        var id = WebUtility.HtmlDecode(FormId().Match(page).Groups[1].Value);
        Assert.DoesNotContain("<b>The Barn", page, StringComparison.Ordinal);
        Assert.Contains("href=\"mailto:?subject=Introduction%3A", page, StringComparison.Ordinal);

        var (status, kept) = await PostAsync(service, "/suggestions/decide", Form(id, "Accept", "0", note: "At the fair"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("Taken up by Anna, [0-9]+ [A-Z][a-z]+ [0-9]{4}: At the fair\\.", kept);
        Assert.Contains("<a href=\"/introductions\">Back</a>", kept, StringComparison.Ordinal);
        foreach (var path in new[] { "/introductions", "/introductions?decided=true", "/" })
        {
            Assert.Contains("Taken up by Anna", await WhenMadeAsync(service, path), StringComparison.Ordinal);
        }

        // The same form once more: it was filled in before the first was kept.
        var (again, told) = await PostAsync(service, "/suggestions/decide", Form(id, "Dismiss", "0", note: "No"));
        Assert.Equal(HttpStatusCode.Conflict, again);
        Assert.Contains("Anna changed it meanwhile", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_business_page_suggests_partners_and_takes_decisions()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var page = await WhenMadeAsync(service, "/businesses/shop");
        Assert.Contains("Whom it could deal with", page, StringComparison.Ordinal);
        var id = WebUtility.HtmlDecode(FormId().Match(page).Groups[1].Value);

        var (status, _) = await PostAsync(service, "/suggestions/decide", Form(id, "Dismiss", "0", note: "Tried before"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(
            $"value=\"{WebUtility.HtmlEncode(id)}\"",
            await WhenMadeAsync(service, "/businesses/shop"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Dismissed by Anna",
            await WhenMadeAsync(service, "/introductions?decided=true"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_gap_is_dismissed_by_its_form_and_shown_on_request()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        Assert.Contains("has no tie to any", await WhenMadeAsync(service, "/gaps?kind=isolated"), StringComparison.Ordinal);

        foreach (var id in new[] { "isolated:barn", "isolated:penny" })
        {
            var (status, _) = await PostAsync(service, "/gaps/decide", Form(id, "Dismiss", "0", note: "Known"));
            Assert.Equal(HttpStatusCode.OK, status);
        }

        Assert.DoesNotContain("has no tie to any", await WhenMadeAsync(service, "/gaps"), StringComparison.Ordinal);
        Assert.DoesNotContain("has no tie to any", await WhenMadeAsync(service, "/"), StringComparison.Ordinal);
        Assert.Contains("Dismissed by Anna", await WhenMadeAsync(service, "/gaps?all=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/suggestions/decide", "supplier:shop+nobody", "Accept", "0", HttpStatusCode.Conflict, "There is no suggestion")]
    [InlineData("/suggestions/decide", "supplier:shop+penny", "Dismiss", "0", HttpStatusCode.Conflict, "A reason is expected")]
    [InlineData("/suggestions/decide", "supplier:shop+penny", "Record", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData(
        "/suggestions/decide",
        "supplier:shop+penny",
        "Accept",
        "one",
        HttpStatusCode.UnprocessableEntity,
        "load it again"
    )]
    [InlineData("/gaps/decide", "isolated:mill", "Accept", "0", HttpStatusCode.Conflict, "There is no gap")]
    // What belongs to the other list, a number, and two names at once are no actions.
    [InlineData("/gaps/decide", "isolated:barn", "Hold", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData("/suggestions/decide", "supplier:shop+penny", "Finish", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData("/gaps/decide", "isolated:barn", "0", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData("/gaps/decide", "isolated:barn", "99", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData("/gaps/decide", "isolated:barn", "Accept,Undo", "0", HttpStatusCode.UnprocessableEntity, "load it again")]
    [InlineData("/gaps/decide", "isolated:barn", "Assign", "0", HttpStatusCode.Conflict, "who sees to it")]
    [InlineData("/gaps/decide", "isolated:barn", "Undo", "0", HttpStatusCode.Conflict, "Nothing was decided")]
    public async Task What_cannot_be_decided_is_said(
        string path,
        string id,
        string action,
        string revision,
        HttpStatusCode expected,
        string says
    )
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);

        var (status, page) = await PostAsync(service, path, Form(id, action, revision));

        Assert.Equal(expected, status);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Empty(await service.Store.Records.ReadAsync("gap decision"));
        Assert.Empty(await service.Store.Records.ReadAsync("suggestion decision"));
    }

    [Fact]
    public async Task A_person_decides_in_german_and_html_in_a_reason_stays_text()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        service.Client.DefaultRequestHeaders.Add("Accept-Language", "de");

        var (status, kept) = await PostAsync(
            service,
            "/gaps/decide",
            Form("isolated:barn", "Dismiss", "0", note: "<script>alert(1)</script>")
        );

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<h1>Gespeichert</h1>", kept, StringComparison.Ordinal);
        Assert.Contains("Verworfen von Anna am ", kept, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", kept, StringComparison.Ordinal);
        var (_, refused) = await PostAsync(service, "/gaps/decide", Form("isolated:barn", "Accept", "0"));
        Assert.Contains("<h1>Nicht gespeichert</h1>", refused, StringComparison.Ordinal);
        Assert.Contains("Anna hat inzwischen etwas ge&#xE4;ndert", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_told_what_the_first_was()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var form = Form("supplier:shop+penny", "Accept", "0", note: "At the fair");

        var first = await PostAsync(service, "/suggestions/decide", form);
        var second = await PostAsync(service, "/suggestions/decide", form);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first, second);
        Assert.Single(await service.Store.Records.ReadAsync("suggestion decision"));
    }

    [Fact]
    public async Task What_is_no_form_decides_nothing()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        foreach (var type in new[] { "application/json", "multipart/form-data; boundary=x" })
        {
            using var text = new StringContent("{\"action\":\"Accept\"}");
            text.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            foreach (var path in new[] { "/gaps/decide", "/suggestions/decide", "/duplicates" })
            {
                using var answer = await service.Client.PostAsync(new Uri(path, UriKind.Relative), text);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_page_of_another_site_decides_nothing_and_none_is_led_there()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        var form = Form("supplier:shop+penny", "Accept", "0");
        form["back"] = "//evil.example/";
        Assert.Contains(
            "<a href=\"/\">Back</a>",
            (await PostAsync(service, "/suggestions/decide", form)).Page,
            StringComparison.Ordinal
        );

        service.Client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        foreach (var path in new[] { "/suggestions/decide", "/gaps/decide" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(service, path, Form("isolated:barn", "Accept", "0"))).Status);
        }

        Assert.Empty(await service.Store.Records.ReadAsync("gap decision"));
        Assert.Single(await service.Store.Records.ReadAsync("suggestion decision"));
    }

    [Fact]
    public async Task The_page_of_introductions_fits_a_phone()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await WhenMadeAsync(service, "/introductions");
        await using var browser = await Browser.OpenAsync(service.Client.BaseAddress!);
        await browser.Page.SetViewportSizeAsync(360, 740);
        await browser.Page.GotoAsync("/introductions");
        await browser.Page.Locator("summary").First.ClickAsync();

        Assert.True(await browser.Page.GetByText("We introduced them").First.IsVisibleAsync());
        Assert.True(await browser.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        Assert.Empty(browser.Complaints);
    }

    // A page says so while the suggestions of a new version are being made.
    static async Task<string> WhenMadeAsync(RunningService service, string path)
    {
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (true)
        {
            var page = await service.Client.GetStringAsync(new Uri(path, UriKind.Relative));
            if (!page.Contains("eing worked out", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(DateTime.UtcNow < until, $"{path} is still being worked out after 30 s.");
            await Task.Delay(100);
        }
    }

    static Dictionary<string, string> Form(string id, string action, string revision, string note = "") =>
        new()
        {
            ["id"] = id,
            ["action"] = action,
            ["revision"] = revision,
            ["by"] = "Anna",
            ["note"] = note,
            ["back"] = "/introductions",
        };

    static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        RunningService service,
        string path,
        Dictionary<string, string> fields
    )
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await service.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"id\" value=\"([^\"]+)\"")]
    private static partial Regex FormId();
}
