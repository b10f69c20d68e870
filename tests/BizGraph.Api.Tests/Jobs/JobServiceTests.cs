using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Jobs;

/// <summary>Jobs of the running service: followed as a stream, stopped, and gone on with after it was killed.</summary>
public sealed class JobServiceTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_confirmed_upload_is_followed_as_a_stream_to_its_end()
    {
        await using var service = await RunningService.StartAsync();
        var token = await UploadAsync(service.Client, Rows(3) + ",,Ham\n");
        var id = (await service.QueryAsync($"mutation {{ confirmImport(token: \"{token}\") {{ job {{ id state }} }} }}"))
            .GetProperty("confirmImport")
            .GetProperty("job")
            .GetProperty("id")
            .GetString();

        var states = await FollowAsync(service.Client, id!);

        Assert.Equal("DONE", states[^1].GetProperty("state").GetString());
        Assert.Equal(1, states[^1].GetProperty("progress").GetProperty("rowsRefused").GetInt32());
        Assert.Equal(3, states[^1].GetProperty("import").GetProperty("rowsTaken").GetInt32());
        var refused = states[^1].GetProperty("refusedRows")[0].GetString()!;
        Assert.Contains(
            "Refused: members.csv, row 5",
            await service.Client.GetStringAsync(new Uri(refused, UriKind.Relative)),
            StringComparison.Ordinal
        );
        var unknown = await service.QueryAsync("""mutation { cancelJob(id: "x") { errors { __typename } } }""");
        Assert.Equal(
            "UnknownJobError",
            unknown.GetProperty("cancelJob").GetProperty("errors")[0].GetProperty("__typename").GetString()
        );
    }

    [Fact]
    public async Task A_job_whose_service_was_killed_is_done_by_the_next_one()
    {
        var store = _folder.File("town.db");
        string id;
        using (var killed = BizGraphProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0", "--store", store))
        {
            using var client = await ClientOfAsync(killed);
            var token = await UploadAsync(client, Rows(60_000));
            var asked = await client.PostAsJsonAsync(
                "/graphql",
                new { query = $"mutation {{ confirmImport(token: \"{token}\") {{ job {{ id }} }} }}" }
            );
            id = (await asked.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("data")
                .GetProperty("confirmImport")
                .GetProperty("job")
                .GetProperty("id")
                .GetString()!;
            killed.Kill();
            await killed.EndAsync();
        }

        using var next = BizGraphProcess.Start(_folder.Path, "serve", "--urls", "http://127.0.0.1:0", "--store", store);
        using (var client = await ClientOfAsync(next))
        {
            var states = await FollowAsync(client, id);
            Assert.Equal("DONE", states[^1].GetProperty("state").GetString());
            await FilesAreGoneAsync();
        }

        next.Kill();
        await next.EndAsync();
        await using var kept = NetworkStores.Open(store);
        var import = Assert.Single(await kept.ImportsAsync(TestContext.Current.CancellationToken));
        Assert.Equal((ImportState.Finished, 60_000L), (import.State, import.Report!.RowsTaken));
    }

    [Fact]
    public async Task An_import_of_the_command_line_is_seen_and_stopped_by_another_command()
    {
        var (store, file) = (_folder.File("town.db"), _folder.Write("many.csv", Rows(1_500_000)));
        using var import = BizGraphProcess.Start(_folder.Path, "import", file, "--store", store, "--json", "--no-matching");
        Assert.NotNull(await import.LineAsync(line => line.Contains("\"reading\"", StringComparison.Ordinal)));

        var listed = await BizGraphProcess.RunAsync(_folder.Path, "jobs", "--store", store);
        Assert.Contains("Running", listed.Output, StringComparison.Ordinal);
        var id = listed.Output.Split(' ')[0];
        var stopped = await BizGraphProcess.RunAsync(_folder.Path, "jobs", "--store", store, "--cancel", id);

        Assert.Equal((0, $"Job {id}: It was cancelled; nothing of it is left."), (stopped.ExitCode, stopped.Output.Trim()));
        var (exitCode, _, errors) = await import.EndAsync();
        Assert.Equal(
            (1, $"bizgraph: Job {id} was cancelled; nothing of it is left."),
            (exitCode, errors.Split('\n').Last(line => line.StartsWith("bizgraph", StringComparison.Ordinal)).Trim())
        );
        await using var kept = NetworkStores.Open(store);
        Assert.Empty(await kept.ImportsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_page_of_a_job_says_how_it_stands_and_a_foreign_page_cannot_stop_it()
    {
        await using var service = await RunningService.StartAsync();
        using var jobs = new ImportJobs(service.Store, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var request = new ImportRequest { Files = [_folder.Write("a.csv", Rows(2) + ",,Ham\n")] };
        // What a command began and did not end waits for that command.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            jobs.RunAsync(request, "Ann", refused: _ => stop.Cancel(), cancellation: stop.Token)
        );
        var asked = Assert.Single(await jobs.AllAsync(TestContext.Current.CancellationToken));

        var page = await service.Client.GetStringAsync(new Uri($"/jobs/{asked.Id}", UriKind.Relative));
        Assert.Contains("It was interrupted; the same command again goes on with it.", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);

        using var foreign = new HttpRequestMessage(HttpMethod.Post, new Uri($"/jobs/{asked.Id}/cancel", UriKind.Relative));
        foreign.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Client.SendAsync(foreign)).StatusCode);
        using var own = await service.Client.PostAsync(new Uri($"/jobs/{asked.Id}/cancel", UriKind.Relative), content: null);
        Assert.Empty(await service.Store.ImportsAsync());
        Assert.Contains("It was cancelled", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Client.GetAsync(new Uri("/jobs/x", UriKind.Relative))).StatusCode);
    }

    async Task FilesAreGoneAsync()
    {
        var files = Path.Combine(_folder.Path, "BizGraph", "uploads", "jobs");
        for (var look = 0; look < 200 && Directory.GetDirectories(files).Length > 0; look++)
        {
            await Task.Delay(50);
        }

        Assert.Empty(Directory.GetDirectories(files));
    }

    static string Rows(int count) =>
        "id,name,locality\n"
        + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},{i * 2_654_435_761L % 4_294_967_296:x8},\n"));

    static async Task<HttpClient> ClientOfAsync(BizGraphProcess process)
    {
        var line = await process.LineAsync(line => line.Contains("BizGraph answers at", StringComparison.Ordinal));
        return new HttpClient { BaseAddress = new Uri(line!.Split(' ')[3]) };
    }

    static async Task<string> UploadAsync(HttpClient client, string text)
    {
        const string Ask =
            "mutation($files: [Upload!]!) { previewImport(files: $files) { importPreview { token } errors { ... on Error { message } } } }";
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    JsonSerializer.Serialize(new { query = Ask, variables = new { files = new string?[] { null } } })
                ),
                "operations"
            },
            { new StringContent("""{ "0": ["variables.files.0"] }"""), "map" },
            { new StringContent(text), "0", "members.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = form };
        request.Headers.Add("GraphQL-Preflight", "1");
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("data")
            .GetProperty("previewImport")
            .GetProperty("importPreview")
            .GetProperty("token")
            .GetString()!;
    }

    static async Task<List<JsonElement>> FollowAsync(HttpClient client, string id)
    {
        var query =
            $"subscription {{ jobProgress(id: \"{id}\") {{ state sentence refusedRows progress {{ rowsRefused secondsLeft }} import {{ rowsTaken }} }} }}";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
        {
            Content = JsonContent.Create(new { query }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var heard = new List<JsonElement>();
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                heard.Add(JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("data").GetProperty("jobProgress"));
            }
        }

        return heard;
    }
}
