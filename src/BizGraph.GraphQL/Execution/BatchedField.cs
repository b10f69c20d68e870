using System.Collections;

namespace BizGraph.GraphQL.Execution;

/// <summary>One field of many objects, answered by one call for all that a wave asks of.</summary>
sealed class BatchedField(
    AsyncResolver resolve,
    Func<List<object?>, object> listOf,
    object?[] arguments,
    RequestContext request,
    BatchScheduler scheduler
) : IBatch
{
    readonly Lock _lock = new();
    List<(object? Parent, TaskCompletionSource<object?> Answer)> _waiting = [];

    public Task<object?> AskAsync(object? parent)
    {
        var answer = new TaskCompletionSource<object?>();
        lock (_lock)
        {
            _waiting.Add((parent, answer));
            if (_waiting.Count > 1)
                return answer.Task;
        }
        scheduler.Enqueue(this);
        return answer.Task;
    }

    public async Task<Action> FetchAsync(CancellationToken cancellation)
    {
        List<(object? Parent, TaskCompletionSource<object?> Answer)> wave;
        lock (_lock)
            (wave, _waiting) = (_waiting, []);
        try
        {
            var parents = listOf([.. wave.Select(waiting => waiting.Parent)]);
            var answers = await resolve(parents, arguments, request).ConfigureAwait(false);
            List<object?> items = [.. ((IEnumerable)answers!).Cast<object?>()];
            if (items.Count != wave.Count)
                throw new InvalidOperationException($"A batch resolver answered {items.Count} values for {wave.Count} objects.");
            return () =>
            {
                for (var i = 0; i < items.Count; i++)
                    wave[i].Answer.SetResult(items[i]);
            };
        }
        catch (Exception e)
        {
            return () => wave.ForEach(waiting => waiting.Answer.SetException(e));
        }
    }
}
