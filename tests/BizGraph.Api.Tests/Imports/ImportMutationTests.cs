using System.Net.Http.Json;
using System.Text.Json;

namespace BizGraph.Api.Tests.Imports;

/// <summary>Files that are uploaded in GraphQL: looked at first, taken in by a token.</summary>
public sealed class ImportMutationTests
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
            $"mutation {{ confirmImport(token: \"{token}\") {{ job {{ id files by }} errors {{ __typename ... on Error {{ message }} }} }} }}";
        var job = (await service.QueryAsync(confirm)).GetProperty("confirmImport").GetProperty("job");
        Assert.Equal(("town.csv", "GraphQL"), (job.GetProperty("files")[0].GetString(), job.GetProperty("by").GetString()));
        await service.SeesVersionAsync(1);
        Assert.Equal(2, Assert.Single(await service.Store.ImportsAsync()).Report!.RowsTaken);
        var again = (await service.QueryAsync(confirm)).GetProperty("confirmImport").GetProperty("errors")[0];
        Assert.Equal("UnknownTokenError", again.GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task A_mapping_changes_how_a_waiting_upload_is_understood()
    {
        await using var service = await RunningService.StartAsync();
        var token = (await UploadAsync(service, Town))
            .GetProperty("data")
            .GetProperty("previewImport")
            .GetProperty("importPreview")
            .GetProperty("token")
            .GetString();
        const string Mapping = "columns: {businesses: {tags: Colour}}";

        var payload = (
            await service.QueryAsync(
                $"mutation {{ remapImport(token: \"{token}\", mapping: \"{Mapping}\") {{ importPreview {{ token mapping refusedRows lists {{ columns {{ field }} fields }} }} }} }}"
            )
        )
            .GetProperty("remapImport")
            .GetProperty("importPreview");

        Assert.Equal(token, payload.GetProperty("token").GetString());
        Assert.Contains("tags: Colour", payload.GetProperty("mapping").GetString(), StringComparison.Ordinal);
        Assert.Equal("tags", payload.GetProperty("lists")[0].GetProperty("columns")[3].GetProperty("field").GetString());
        Assert.Contains(
            "postal_code",
            payload.GetProperty("lists")[0].GetProperty("fields").EnumerateArray().Select(f => f.GetString())
        );
        Assert.Equal($"/results/{token}/refused.csv", payload.GetProperty("refusedRows")[0].GetString());
        var broken = (
            await service.QueryAsync(
                $"mutation {{ remapImport(token: \"{token}\", mapping: \"columns: [\") {{ errors {{ __typename }} }} }}"
            )
        ).GetProperty("remapImport");
        Assert.Equal("ImportRefusedError", broken.GetProperty("errors")[0].GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task The_sample_town_takes_in_nothing()
    {
        await using var service = await RunningService.StartAsync(isSample: true);

        var payload = (await UploadAsync(service, Town)).GetProperty("data").GetProperty("previewImport");

        Assert.Equal("SampleIsFixedError", payload.GetProperty("errors")[0].GetProperty("__typename").GetString());
        Assert.Empty(await service.Store.ImportsAsync());
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
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var answer = await service.Client.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
