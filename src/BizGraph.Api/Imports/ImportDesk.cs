using System.Security.Cryptography;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Ingest.Mappings;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>A preview of uploaded files, which wait for a yes.</summary>
/// <param name="Token">What takes them in, once.</param>
/// <param name="Preview">What they would come to.</param>
/// <param name="RefusedRows">The names of the files that hold the rows that would be refused.</param>
sealed record WaitingImport(string Token, ImportPreview Preview, IReadOnlyList<string> RefusedRows);

/// <summary>There is no upload of this token.</summary>
sealed class UnknownTokenException()
    : Exception(
        "There is no upload of this token: it was taken in or cancelled, or it waited too long, or the service was started anew. Upload the files again."
    );

/// <summary>The store declines for now.</summary>
sealed class ImportDeclinedException(string message) : Exception(message);

/// <summary>Takes in uploads in two steps: a preview, then a yes, which makes a job of them.</summary>
/// <param name="store">One's own network, which may be empty while the sample town is shown.</param>
/// <param name="isSample">Whether that is the sample town itself, which stays as it is.</param>
/// <param name="folder">Where the files are.</param>
/// <param name="waiting">What waits for a yes.</param>
/// <param name="jobs">The imports of that store.</param>
/// <param name="current">Told of what is taken back.</param>
/// <param name="clock">The clock.</param>
sealed class ImportDesk(
    INetworkStore store,
    bool isSample,
    UploadFolder folder,
    WaitingUploads waiting,
    ImportJobs jobs,
    CurrentSnapshot current,
    TimeProvider clock
) : IDisposable
{
    readonly SemaphoreSlim _confirming = new(1);

    /// <summary>Whether files can be taken in.</summary>
    public bool IsOpen => !isSample;

    /// <summary>The imports of one's own network, the newest first.</summary>
    public async Task<IReadOnlyList<Import>> ImportsAsync(CancellationToken cancellation) =>
        [.. (await store.ImportsAsync(cancellation)).Reverse()];

    /// <summary>Takes an import back; when it returns, the network is shown as it is by then.</summary>
    /// <exception cref="ImportDeclinedException">There is no such import, it is running, or it was undone before.</exception>
    /// <exception cref="SampleIsFixedException">The network is the sample town.</exception>
    public async Task<ImportChanges> UndoAsync(int import, CancellationToken cancellation)
    {
        ThrowIfSample();
        try
        {
            var changes = await new ImportJob(store, clock).UndoAsync(import, cancellation: cancellation);
            await current.RefreshAsync(cancellation);
            return changes;
        }
        catch (StoreException declined) when (declined.IsRefusal)
        {
            throw new ImportDeclinedException(declined.Message);
        }
    }

    /// <summary>Keeps files until they are confirmed, and says what they would come to.</summary>
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong.</exception>
    /// <exception cref="SampleIsFixedException">The network is the sample town.</exception>
    /// <exception cref="ImportDeclinedException">The store declines.</exception>
    public async Task<WaitingImport> PreviewAsync(
        IReadOnlyList<IFormFile> files,
        string? source,
        IReadOnlyList<string>? columns,
        CancellationToken cancellation
    )
    {
        ThrowIfSample();
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var request = new ImportRequest
        {
            Files = await folder.KeepAsync(token, files, cancellation),
            Source = string.IsNullOrWhiteSpace(source) ? BusinessId.DefaultSource : source.Trim(),
            Columns = columns ?? [],
        };
        try
        {
            return await PreviewAsync(token, request, cancellation);
        }
        catch
        {
            folder.Drop(token);
            throw;
        }
    }

    /// <summary>Says what an upload would come to where its columns mean something else; it waits on, as it was where that cannot be.</summary>
    /// <exception cref="UnknownTokenException">The token stands for nothing.</exception>
    /// <exception cref="ImportRefusedException">With that mapping a file is no list.</exception>
    /// <exception cref="ImportDeclinedException">The store declines.</exception>
    public async Task<WaitingImport> LookAgainAsync(string token, ImportMapping mapping, CancellationToken cancellation)
    {
        ThrowIfSample();
        var request = waiting.Take(token) ?? throw new UnknownTokenException();
        try
        {
            return await PreviewAsync(token, request with { Mapping = mapping }, cancellation);
        }
        catch
        {
            waiting.Add(token, request);
            throw;
        }
    }

    /// <summary>Makes a job of what a token stands for.</summary>
    /// <returns>The job, which waits for its turn.</returns>
    /// <exception cref="UnknownTokenException">It stands for nothing.</exception>
    /// <exception cref="SampleIsFixedException">The network is the sample town.</exception>
    public async Task<Job> ConfirmAsync(string token, string by)
    {
        ThrowIfSample();
        // One at a time: a second yes is to find the job of the first.
        await _confirming.WaitAsync();
        try
        {
            return await AskAsync(token, waiting.Take(token) ?? throw new UnknownTokenException(), by);
        }
        finally
        {
            _confirming.Release();
        }
    }

    /// <summary>The job that was made of what a token stood for; null where there is none.</summary>
    public async Task<Job?> JobOfAsync(string token, CancellationToken cancellation) =>
        (await jobs.AllAsync(cancellation)).LastOrDefault(job => folder.IsOf(token, job.Request));

    /// <summary>Lets go of what a token stands for, if anything.</summary>
    public void Cancel(string token)
    {
        if (waiting.Take(token) is not null)
        {
            folder.Drop(token);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _confirming.Dispose();

    async Task<WaitingImport> PreviewAsync(string token, ImportRequest request, CancellationToken cancellation)
    {
        using var refused = folder.NewRefusedRows(token);
        try
        {
            var preview = await new ImportJob(store, clock).PreviewAsync(
                request,
                refused: refused.Add,
                cancellation: cancellation
            );
            folder.WriteMapping(token, MappingFile.Text(preview));
            waiting.Add(token, request);
            return new WaitingImport(token, preview, [.. refused.Files.Select(file => Path.GetFileName(file))]);
        }
        catch (StoreException declined) when (declined.IsRefusal)
        {
            throw new ImportDeclinedException(declined.Message);
        }
    }

    async Task<Job> AskAsync(string token, ImportRequest request, string by)
    {
        var files = folder.Confirm(token, request.Files);
        try
        {
            return await jobs.AskAsync(request with { Files = files }, by);
        }
        catch
        {
            // It may be asked for later: the upload waits on.
            folder.Withdraw(token);
            waiting.Add(token, request);
            throw;
        }
    }

    void ThrowIfSample()
    {
        if (isSample)
        {
            throw new SampleIsFixedException();
        }
    }
}
