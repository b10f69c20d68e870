using System.Net;
using BizGraph.Api.Imports;
using BizGraph.Api.Jobs;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Model;
using BizGraph.Store;
using Microsoft.AspNetCore.Http;

namespace BizGraph.Api.Tests.Imports;

/// <summary>What becomes of an upload once it was answered: taken in once, or gone.</summary>
public sealed class UploadEndTests : IDisposable
{
    readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Who_presses_the_button_twice_is_shown_the_one_job_of_it()
    {
        await using var service = await RunningService.StartAsync();
        var token = await PreviewAsync(service.Client);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConfirmAsync(service.Client, token)));
        var later = await ConfirmAsync(service.Client, token);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal("/jobs", Path.GetDirectoryName(later.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Single(answers.Append(later).Select(answer => answer.RequestMessage!.RequestUri).Distinct());
        Assert.Single(await service.Store.ImportsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(service.Client, "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(service.Client, "..")).StatusCode);
    }

    [Fact]
    public async Task The_files_of_a_job_that_waits_are_gone_when_it_is_stopped()
    {
        await using var store = NetworkStores.Open(_place.File("town.db"));
        using var jobs = new ImportJobs(store, TimeProvider.System);
        var folder = new UploadFolder(_place.File("uploads"), TimeProvider.System);
        using var text = new MemoryStream("name\nMill\n"u8.ToArray());
        var file = new FormFile(text, 0, text.Length, "files", "members.csv");
        var files = folder.Confirm("ab", await folder.KeepAsync("ab", [file], Token));
        var job = await jobs.AskAsync(new ImportRequest { Files = files }, "Ann", Token);
        Assert.True(File.Exists(files[0]));

        Assert.Equal(JobState.Cancelled, (await JobStop.RunAsync(job.Id, jobs, folder, Token))!.State);

        Assert.False(File.Exists(files[0]));
        Assert.Null(await JobStop.RunAsync("no-such-job", jobs, folder, Token));
    }

    [Fact]
    public async Task A_refused_row_of_someone_who_was_erased_is_written_without_a_word_of_it()
    {
        var path = _place.File("refused.csv");
        using (var refused = new RefusedRowFiles(path))
        {
            string[] headers = ["name", "phone"];
            refused.Add(new RefusedRow(Problem(ImportProblemKind.ErasedOnRequest, 2), headers, ["Anna", "0555"]));
            refused.Add(new RefusedRow(Problem(ImportProblemKind.MissingValue, 3), headers, ["", "0777"]));
        }

        var lines = await File.ReadAllLinesAsync(path, Token);
        Assert.StartsWith(",,\"Refused: a.csv, row 2", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",0777,\"Refused: a.csv, row 3", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_cannot_be_kept_are_answered_with_a_page_that_says_so()
    {
        await using var service = await RunningService.StartAsync();
        var waiting = Path.Combine(service.Uploads, "waiting");
        Directory.Delete(waiting);
        await File.WriteAllTextAsync(waiting, "A file where a folder is to be.", Token);
        using var form = new MultipartFormDataContent { { new StringContent("name\nMill\n"), "files", "members.csv" } };

        using var answer = await service.Client.PostAsync(new Uri("/imports/preview", UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("The files could not be kept.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Uploads, page, StringComparison.Ordinal);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static ImportProblem Problem(ImportProblemKind kind, long row) => new(kind, "a.csv", row, null, "this", "that");

    static async Task<string> PreviewAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new StringContent("name\nMill\n"), "files", "members.csv" } };
        using var answer = await client.PostAsync(new Uri("/imports/preview", UriKind.Relative), form, Token);
        var page = await answer.Content.ReadAsStringAsync(Token);
        return page.Split("name=\"token\" value=\"")[1].Split('"')[0];
    }

    static async Task<HttpResponseMessage> ConfirmAsync(HttpClient client, string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token)]);
        return await client.PostAsync(new Uri("/imports/confirm", UriKind.Relative), form, Token);
    }
}
