using System.Net;
using System.Text.RegularExpressions;

namespace BizGraph.Api.Tests.Languages;

/// <summary>In which language the plain pages answer.</summary>
public sealed partial class ReaderLanguageTests
{
    const string Town = "id,name,offers,needs\nmill,Mill,flour,\nbakery,Bakery,,flour\n";

    [Theory]
    [InlineData(null, "en", "Skip to the content")]
    [InlineData("de", "de", "Zum Inhalt springen")]
    [InlineData("DE-at", "de", "Zum Inhalt springen")]
    [InlineData("en-GB,en;q=0.9,de;q=0.8", "en", "Skip to the content")]
    [InlineData("fr, en;q=0.4, de;q=0.7", "de", "Zum Inhalt springen")]
    [InlineData("de;q=0, en", "en", "Skip to the content")]
    [InlineData("fr,it", "en", "Skip to the content")]
    [InlineData(";;;=,\"", "en", "Skip to the content")]
    public async Task The_browser_chooses_the_language(string? asked, string expected, string says)
    {
        await using var service = await RunningService.StartWithAsync(Town);

        var (page, answer) = await GetAsync(service, "/businesses", asked);

        Assert.Contains($"<html lang=\"{expected}\">", page, StringComparison.Ordinal);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_link_chooses_another_language_which_is_kept_while_one_goes_on()
    {
        await using var service = await RunningService.StartWithAsync(Town);
        var (page, _) = await GetAsync(service, "/gaps?kind=isolated&page=1", "de");
        var link = WebUtility.HtmlDecode(SwitchLink().Match(page).Groups[1].Value);
        Assert.Equal("/gaps?kind=isolated&page=1&language=en", link);

        // The client of the service keeps cookies, as browsers do.
        var (english, answer) = await GetAsync(service, link, "de");
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("bizgraph-language=en;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var (next, _) = await GetAsync(service, "/", "de");
        Assert.Contains("<html lang=\"en\">", next, StringComparison.Ordinal);
        Assert.Contains("Your network", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?language=xx")]
    [InlineData("/?language=")]
    [InlineData("/?language=%3Cscript%3E&language=de")]
    public async Task A_language_that_is_not_spoken_chooses_none(string path)
    {
        await using var service = await RunningService.StartWithAsync(Town);

        var (page, answer) = await GetAsync(service, path, "en");

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/", "Ihr Netzwerk")]
    [InlineData("/", "Wen Sie diese Woche bekannt machen können")]
    [InlineData("/", "hat zu keiner der 1 anderen Organisationen")]
    [InlineData("/gaps", "die dringendsten zuerst")]
    [InlineData("/gaps", "Ihr Name")]
    [InlineData("/introductions", "könnte")]
    [InlineData("/introductions?decided=true", "Noch wurde nichts entschieden.")]
    [InlineData("/businesses", "2 Betriebe und Organisationen gefunden.")]
    [InlineData("/businesses/mill", "Noch keine Verbindung.")]
    [InlineData("/businesses/nobody", "Diesen Betrieb gibt es nicht")]
    [InlineData("/imports", "Zurücknehmen")]
    [InlineData("/duplicates", "Kein Paar wartet auf eine Antwort.")]
    public async Task The_pages_speak_german(string path, string says)
    {
        await using var service = await RunningService.StartWithAsync(Town);

        Assert.Contains(says, await WhenMadeAsync(service, path), StringComparison.Ordinal);
    }

    static async Task<string> WhenMadeAsync(RunningService service, string path)
    {
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(30);
        while (true)
        {
            var page = WebUtility.HtmlDecode((await GetAsync(service, path, "de")).Page);
            if (!page.Contains("Wird gerade berechnet", StringComparison.Ordinal))
            {
                return page;
            }

            Assert.True(DateTime.UtcNow < until, $"{path} is still being worked out after 30 s.");
            await Task.Delay(100);
        }
    }

    static async Task<(string Page, HttpResponseMessage Answer)> GetAsync(RunningService service, string path, string? asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (asked is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        }

        var answer = await service.Client.SendAsync(request);
        return (await answer.Content.ReadAsStringAsync(), answer);
    }

    [GeneratedRegex("<a href=\"([^\"]+)\" lang=\"en\" hreflang=\"en\">English</a>")]
    private static partial Regex SwitchLink();
}
