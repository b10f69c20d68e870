using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Files that are posted to the service: looked at first, taken in after a yes, by the page's form.</summary>
public sealed partial class UploadTests
{
    const string Town = "id,name,locality,Colour\n1,<b>Mill</b>,Ham,red\n2,Forge,Ely,\n,,,\n,,Ham,\n";

    [Fact]
    public async Task The_form_shows_what_would_come_and_takes_it_in_after_a_yes()
    {
        await using var service = await RunningService.StartAsync();
        Assert.Contains(
            "enctype=\"multipart/form-data\"",
            await service.Client.GetStringAsync(Address("/")),
            StringComparison.Ordinal
        );

        var (status, page) = await PostFilesAsync(service, ("members.csv", Town), ("ties.csv", "from,to,type\n1,2,supplies\n"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("members.csv: businesses, headers in row 1", page, StringComparison.Ordinal);
        Assert.Contains("name: &lt;b&gt;Mill&lt;/b&gt;; locality: Ham; Colour: red", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Mill", page, StringComparison.Ordinal);
        Assert.Matches("Businesses new</dt>\\s*<dd>2<", page);
        Assert.Matches("Ties new</dt>\\s*<dd>1<", page);
        Assert.Contains("members.csv, row 5", page, StringComparison.Ordinal);
        Assert.Empty(await service.Store.ImportsAsync());

        var token = TokenIn(page);
        var done = await PostAsync(service, "/imports/confirm", token);
        Assert.Contains("Import 1 is done: 3 of 4 rows taken", Collapsed(done.Page), StringComparison.Ordinal);
        Assert.Contains("bizgraph undo 1", done.Page, StringComparison.Ordinal);
        // Shown at once, and the token is spent.
        Assert.Contains("2 businesses and 0 other", await service.Client.GetStringAsync(Address("/")), StringComparison.Ordinal);
        Assert.Contains("Import 1 is done", (await PostAsync(service, "/imports/confirm", token)).Page, StringComparison.Ordinal);
        Assert.Single(await service.Store.ImportsAsync());
        Assert.Contains(
            "as import 1",
            (await PostFilesAsync(service, ("members.csv", Town), ("ties.csv", "from,to,type\n1,2,supplies\n"))).Page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_a_column_is_taken_for_can_be_changed_before_the_yes()
    {
        await using var service = await RunningService.StartAsync();
        var page = (await PostFilesAsync(service, ("members.csv", "id,name,Trade\n1,Mill,Millers\n,,x\n"))).Page;
        Assert.Matches("<option value=\"name\" selected>name</option>", page);
        var token = TokenIn(page);

        var wrong = await PostAsync(service, "/imports/look-again", token, Choices("name", "name", "nonsense"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("nonsense", wrong.Page, StringComparison.Ordinal);
        var part = await PostAsync(service, "/imports/look-again", token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, part.Status);
        var (status, again) = await PostAsync(service, "/imports/look-again", token, Choices("id", "name", "industry"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("industry: Millers", again, StringComparison.Ordinal);

        Assert.Contains(
            "industry: Trade",
            await service.Client.GetStringAsync(Address($"/results/{token}/mapping.yaml")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",,x,\"Refused",
            await service.Client.GetStringAsync(Address($"/results/{token}/refused.csv")),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync(Address($"/results/{token}/other.csv"))).StatusCode);
        await PostAsync(service, "/imports/confirm", token);
        Assert.Equal("Millers", Assert.Single(await Businesses(service)).Facts.Industry?.Title);
    }

    static IEnumerable<KeyValuePair<string, string>> Choices(params string[] fields) =>
        new[] { "id", "name", "Trade" }
            .Zip(fields)
            .SelectMany(choice =>
                new KeyValuePair<string, string>[]
                {
                    new("list", "businesses"),
                    new("header", choice.First),
                    new("field", choice.Second),
                }
            );

    static async Task<List<Business>> Businesses(RunningService service)
    {
        await using var reading = await service.Store.ReadAsync();
        return await reading.BusinessesAsync().ToListAsync();
    }

    [Fact]
    public async Task What_is_cancelled_is_gone()
    {
        await using var service = await RunningService.StartAsync();
        var token = TokenIn((await PostFilesAsync(service, ("members.csv", Town))).Page);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(service, "/imports/cancel", token)).Status);

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(service, "/imports/confirm", token)).Status);
        Assert.Empty(await service.Store.ImportsAsync());
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.OK)]
    public async Task A_form_of_another_site_is_refused(string header, string value, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        service.Client.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(expected, (await PostFilesAsync(service, ("members.csv", Town))).Status);

        var confirmed = (await PostAsync(service, "/imports/confirm", "0123")).Status;
        Assert.Equal(expected == HttpStatusCode.OK ? HttpStatusCode.NotFound : expected, confirmed);
    }

    [Fact]
    public async Task A_form_of_the_page_itself_is_taken_with_its_origin()
    {
        await using var service = await RunningService.StartAsync();
        service.Client.DefaultRequestHeaders.Add("Origin", service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await PostFilesAsync(service, ("members.csv", Town))).Status);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_said_on_a_page_and_leaves_nothing()
    {
        await using var service = await RunningService.StartAsync();

        var (status, page) = await PostFilesAsync(service, ("../../notes.csv", "colour,size\nred,1\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("notes.csv: found the headers colour, size", page, StringComparison.Ordinal);
        Assert.Contains("type=\"file\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostFilesAsync(service)).Status);
        Assert.Empty(await service.Store.ImportsAsync());
    }

    [Fact]
    public async Task Uploads_may_be_larger_than_other_requests_up_to_their_own_limit()
    {
        await using var service = await RunningService.StartAsync();
        var large =
            "id,name,note\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"{i},B{i},{new string('x', 100_000)}\n"));

        Assert.Equal(HttpStatusCode.OK, (await PostFilesAsync(service, ("large.csv", large))).Status);

        using var json = new StringContent(large, Encoding.UTF8, "application/json");
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await service.Client.PostAsync(Address("/graphql"), json)).StatusCode
        );
        using var tooLarge = new MultipartFormDataContent { { new ByteArrayContent(new byte[65 << 20]), "files", "x.csv" } };
        try
        {
            using var answer = await service.Client.PostAsync(Address("/imports/preview"), tooLarge);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("at most 64 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        catch (HttpRequestException broken) when (broken.InnerException is IOException)
        {
            // The service may end the connection while the rest is still being sent.
        }
    }

    [Fact]
    public async Task The_oldest_upload_gives_way_when_too_many_wait()
    {
        await using var service = await RunningService.StartAsync();
        var tokens = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            tokens.Add(TokenIn((await PostFilesAsync(service, ($"m{i}.csv", $"id,name\n{i},B{i}\n"))).Page));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(service, "/imports/confirm", tokens[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(service, "/imports/confirm", tokens[1])).Status);
    }

    [Fact]
    public async Task An_empty_store_that_shows_the_sample_takes_in_what_is_confirmed()
    {
        await using var service = await RunningService.StartAsync(
            (folder, _) => Task.FromResult(NetworkStores.Open(Path.Combine(folder, "sample.db")))
        );

        var token = TokenIn((await PostFilesAsync(service, ("members.csv", Town))).Page);
        await PostAsync(service, "/imports/confirm", token);

        Assert.Single(await service.Store.ImportsAsync());
        await service.SeesVersionAsync(1);

        // One's own imports are listed and taken back also while the sample town is shown in place of an empty network.
        Assert.Contains(
            "Import 1 is undone",
            (await PostAsync(service, "/imports/undo", token, [new("import", "1")])).Page,
            StringComparison.Ordinal
        );
        Assert.Contains("members.csv", await service.Client.GetStringAsync(Address("/imports")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_town_takes_in_nothing()
    {
        await using var service = await RunningService.StartAsync(isSample: true);

        var (status, page) = await PostFilesAsync(service, ("members.csv", Town));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("--sample", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", await service.Client.GetStringAsync(Address("/")), StringComparison.Ordinal);
        Assert.Empty(await service.Store.ImportsAsync());
    }

    static async Task<(HttpStatusCode Status, string Page)> PostFilesAsync(
        RunningService service,
        params (string Name, string Text)[] files
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent("default"), "source" } };
        foreach (var (name, text) in files)
        {
            form.Add(new StringContent(text), "files", name);
        }

        using var answer = await service.Client.PostAsync(Address("/imports/preview"), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        RunningService service,
        string path,
        string token,
        IEnumerable<KeyValuePair<string, string>>? more = null
    )
    {
        using var form = new FormUrlEncodedContent([new("token", token), .. more ?? []]);
        using var answer = await service.Client.PostAsync(Address(path), form);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    static string Collapsed(string page) => Blanks().Replace(page, " ");

    static Uri Address(string path) => new(path, UriKind.Relative);

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Token();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
