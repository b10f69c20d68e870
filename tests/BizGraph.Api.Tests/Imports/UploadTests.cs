using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Files that are posted to the service: looked at first, taken in after a yes, by the page's form and in GraphQL.</summary>
public sealed partial class UploadTests
{
    const string Town = "id,name,locality,Colour\n1,<b>Mill</b>,Ham,red\n2,Forge,Ely,\n,,,\n,,Ham,\n";

    const string Ask = """
        mutation($files: [Upload!]!, $columns: [String!]) { previewImport(files: $files, columns: $columns) {
          importPreview { token knownAs rowsRead rowsRefused businessesAdded businessesUnchanged relationshipsAdded
            lists { table kind headerRow columns { header field confidence } firstRows { row says } }
            problems { kind isRefusal count first } }
          errors { __typename ... on Error { message } } } }
        """;

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
        Assert.Contains("Import 2 is done: 3 of 4 rows taken", Collapsed(done.Page), StringComparison.Ordinal);
        Assert.Contains("bizgraph undo 2", done.Page, StringComparison.Ordinal);
        // Shown at once, and the token is spent.
        Assert.Contains("2 businesses and 0 other", await service.Client.GetStringAsync(Address("/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(service, "/imports/confirm", token)).Status);
        Assert.Contains(
            "as import 2",
            (await PostFilesAsync(service, ("members.csv", Town), ("ties.csv", "from,to,type\n1,2,supplies\n"))).Page,
            StringComparison.Ordinal
        );
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
    }

    [Fact]
    public async Task GraphQL_previews_an_upload_and_takes_it_in_by_its_token()
    {
        await using var service = await RunningService.StartAsync();

        var payload = (await UploadAsync(service, Town, "id=Nr")).GetProperty("data").GetProperty("previewImport");
        Assert.Equal("ImportRefusedError", payload.GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Contains(
            "No file has a column \"Nr\"",
            payload.GetProperty("errors")[0].GetProperty("message").GetString(),
            StringComparison.Ordinal
        );

        var preview = (await UploadAsync(service, Town))
            .GetProperty("data")
            .GetProperty("previewImport")
            .GetProperty("importPreview");
        Assert.Equal(
            (3, 1, 2),
            (
                preview.GetProperty("rowsRead").GetInt32(),
                preview.GetProperty("rowsRefused").GetInt32(),
                preview.GetProperty("businessesAdded").GetInt32()
            )
        );
        var list = preview.GetProperty("lists")[0];
        Assert.Equal(("town.csv", "businesses"), (list.GetProperty("table").GetString(), list.GetProperty("kind").GetString()));
        Assert.Equal(
            "id: 1; name: <b>Mill</b>; locality: Ham; Colour: red",
            list.GetProperty("firstRows")[0].GetProperty("says")[0].GetString()
        );
        Assert.Equal(JsonValueKind.Null, list.GetProperty("columns")[3].GetProperty("field").ValueKind);
        Assert.Equal("MISSING_VALUE", preview.GetProperty("problems")[0].GetProperty("kind").GetString());
        Assert.Empty(await service.Store.ImportsAsync());

        var token = preview.GetProperty("token").GetString();
        var confirm =
            $"mutation {{ confirmImport(token: \"{token}\") {{ import {{ number rowsTaken }} errors {{ __typename ... on Error {{ message }} }} }} }}";
        var import = (await service.QueryAsync(confirm)).GetProperty("confirmImport").GetProperty("import");
        // The preview had a number of its own, which is not given again.
        Assert.Equal((2, 2), (import.GetProperty("number").GetInt32(), import.GetProperty("rowsTaken").GetInt32()));
        var again = (await service.QueryAsync(confirm)).GetProperty("confirmImport").GetProperty("errors")[0];
        Assert.Equal("UnknownTokenError", again.GetProperty("__typename").GetString());
    }

    static async Task<JsonElement> UploadAsync(RunningService service, string text, params string[] columns)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    JsonSerializer.Serialize(new { query = Ask, variables = new { files = new string?[] { null }, columns } })
                ),
                "operations"
            },
            { new StringContent("""{ "0": ["variables.files.0"] }"""), "map" },
            { new StringContent(text), "0", "town.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address("/graphql")) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var answer = await service.Client.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
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

    static async Task<(HttpStatusCode Status, string Page)> PostAsync(RunningService service, string path, string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token)]);
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
