namespace BizGraph.GraphQL.Execution;

/// <summary>The source event stream of a subscription (CreateSourceEventStream, spec 6.2.3.1). Failures become errors of its root field.</summary>
sealed class SourceStream(RequestContext request, ResultObject root, CancellationToken cancellation) : IAsyncDisposable
{
    IAsyncEnumerator<object?>? _events;

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
            var hasEvent = await _events.MoveNextAsync().ConfigureAwait(false);
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

    public ValueTask DisposeAsync() => _events?.DisposeAsync() ?? default;
}
