using BizGraph.Ingest;

namespace BizGraph.Api.Imports;

/// <summary>The uploads of this process that wait for a yes: bounded in number and time, the oldest gives way.</summary>
sealed class WaitingUploads : IDisposable
{
    /// <summary>Uploads that wait; one more, and the oldest is let go.</summary>
    public const int Most = 8;

    static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    readonly Lock _lock = new();
    readonly List<(string Token, ImportRequest Request, DateTimeOffset Since)> _waiting = [];
    readonly UploadFolder _folder;
    readonly TimeProvider _clock;
    readonly ITimer _looks;

    /// <summary>Has no uploads yet.</summary>
    public WaitingUploads(UploadFolder folder, TimeProvider clock)
    {
        (_folder, _clock) = (folder, clock);
        // What nobody asks for any more is deleted, too.
        _looks = clock.CreateTimer(_ => DropOld(), state: null, BetweenLooks, BetweenLooks);
    }

    /// <summary>Keeps an upload waiting for a yes.</summary>
    public void Add(string token, ImportRequest request)
    {
        lock (_lock)
        {
            _waiting.Add((token, request, _clock.GetUtcNow()));
        }

        DropOld();
    }

    /// <summary>What a token stands for, once; null where it stands for nothing.</summary>
    public ImportRequest? Take(string token)
    {
        DropOld();
        lock (_lock)
        {
            var place = _waiting.FindIndex(upload => upload.Token == token);
            if (place < 0)
            {
                return null;
            }

            var request = _waiting[place].Request;
            _waiting.RemoveAt(place);
            return request;
        }
    }

    /// <summary>Deletes what waits: the tokens go with the process.</summary>
    public void Dispose()
    {
        _looks.Dispose();
        _waiting.ForEach(upload => _folder.Drop(upload.Token));
    }

    void DropOld()
    {
        var oldest = _clock.GetUtcNow() - UploadFolder.LongestWait;
        List<string> gone;
        lock (_lock)
        {
            var overMany = _waiting.Take(_waiting.Count - Most);
            gone = [.. overMany.Union(_waiting.Where(upload => upload.Since < oldest)).Select(upload => upload.Token)];
            _waiting.RemoveAll(upload => gone.Contains(upload.Token));
        }

        gone.ForEach(_folder.Drop);
        _folder.DropOld();
    }
}
