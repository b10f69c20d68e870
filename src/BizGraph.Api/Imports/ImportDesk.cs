using System.Security.Cryptography;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>A preview of uploaded files, which wait for a yes.</summary>
/// <param name="Token">What takes them in, once.</param>
/// <param name="Preview">What they would come to.</param>
sealed record WaitingImport(string Token, ImportPreview Preview);

/// <summary>There is no upload of this token.</summary>
sealed class UnknownTokenException()
    : Exception(
        "There is no upload of this token: it was taken in or cancelled, or it waited too long, or the service was started anew. Upload the files again."
    );

/// <summary>The store declines for now.</summary>
sealed class ImportDeclinedException(string message) : Exception(message);

/// <summary>Takes in uploads in two steps: a preview, then a yes. What waits is bounded in number, bytes and time; the oldest gives way.</summary>
/// <param name="store">One's own network, which may be empty while the sample town is shown.</param>
/// <param name="isSample">Whether that is the sample town itself, which stays as it is.</param>
/// <param name="current">Told of a new version.</param>
/// <param name="clock">The clock.</param>
sealed class ImportDesk(INetworkStore store, bool isSample, CurrentSnapshot current, TimeProvider clock) : IDisposable
{
    // One at a time: two previews of the same files would be one import to the store.
    readonly SemaphoreSlim _one = new(1);
    readonly UploadFolder _uploads = new(clock);

    /// <summary>Whether files can be taken in.</summary>
    public bool IsOpen => !isSample;

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
        await _one.WaitAsync(cancellation);
        try
        {
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var paths = await _uploads.KeepAsync(token, files, cancellation);
            var request = new ImportRequest
            {
                Files = paths,
                Source = string.IsNullOrWhiteSpace(source) ? BusinessId.DefaultSource : source.Trim(),
                Columns = columns ?? [],
            };
            try
            {
                var preview = await Declining(() =>
                    new ImportJob(store, clock).PreviewAsync(request, cancellation: cancellation)
                );
                _uploads.Wait(token, request);
                return new WaitingImport(token, preview);
            }
            catch
            {
                _uploads.Drop(token);
                throw;
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Takes in what a token stands for. Whoever goes away does not stop it.</summary>
    /// <exception cref="UnknownTokenException">It stands for nothing.</exception>
    /// <exception cref="ImportRefusedException">A file can be read no more.</exception>
    /// <exception cref="ImportDeclinedException">The store declines.</exception>
    public async Task<ImportOutcome> ConfirmAsync(string token)
    {
        ThrowIfSample();
        var request = _uploads.Take(token) ?? throw new UnknownTokenException();
        await _one.WaitAsync();
        try
        {
            var outcome = await Declining(() => new ImportJob(store, clock).RunAsync(request));
            _uploads.Drop(token);
            await current.RefreshAsync(CancellationToken.None);
            return outcome;
        }
        catch (ImportDeclinedException)
        {
            // The store may take it later: the upload waits on.
            _uploads.Wait(token, request);
            throw;
        }
        catch
        {
            _uploads.Drop(token);
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Lets go of what a token stands for, if anything.</summary>
    public void Cancel(string token)
    {
        if (_uploads.Take(token) is not null)
        {
            _uploads.Drop(token);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _uploads.Dispose();
        _one.Dispose();
    }

    void ThrowIfSample()
    {
        if (isSample)
        {
            throw new SampleIsFixedException();
        }
    }

    static async Task<T> Declining<T>(Func<Task<T>> job)
    {
        try
        {
            return await job();
        }
        catch (StoreException declined) when (declined.IsRefusal)
        {
            throw new ImportDeclinedException(declined.Message);
        }
    }
}
