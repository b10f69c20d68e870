namespace BizGraph.GraphQL.Execution;

/// <summary>The source event stream of a subscription (CreateSourceEventStream, spec 6.2.3.1). Failures become errors of its root field.</summary>
sealed class SourceStream(RequestContext request, ResultObject root, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>For a stream to end once its token was set; the resolvers of one that does not heed it cannot be stopped.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    IAsyncEnumerator<object?>? _events;
    Task<bool> _moving = Task.FromResult(false);

    public object? Current => _events?.Current;

    /// <summary>Whether the stream began, so that a later failure is no request error.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Waits for the next event; false at the end, and after a failure.</summary>
    public async ValueTask<bool> NextAsync()
    {
        var field = root.Plan.Fields[0];
        try
        {
            _events ??= field.Definition.Subscribe!(null, request.ArgumentsOf(field), request).GetAsyncEnumerator(cancellation);
            _moving = _events.MoveNextAsync().AsTask();
            var hasEvent = await _moving.WaitAsync(cancellation).ConfigureAwait(false);
            HasStarted = true;
            return hasEvent;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            request.Errors.Report(root, 0, field, e);
            return false;
        }
    }

    /// <summary>Waits for the stream to end. One that waits on cannot be disposed and is left to itself, so that the client's connection is not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_events is not null && (_moving.IsCompleted || await EndsAsync().ConfigureAwait(false)))
            await _events.DisposeAsync().ConfigureAwait(false);
    }

    async Task<bool> EndsAsync() => await Task.WhenAny(_moving, Task.Delay(Patience)).ConfigureAwait(false) == _moving;
}
