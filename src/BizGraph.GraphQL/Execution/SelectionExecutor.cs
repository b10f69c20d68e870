using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Execution;

/// <summary>
/// Executes selection sets (spec 6.3) into a tree of results. Where every resolver answers at once no task is made; a field that
/// answers later goes on by itself while its siblings run.
/// </summary>
sealed class SelectionExecutor(RequestContext request)
{
    readonly ValueCompletion _completion = new(request);

    /// <summary>Runs the operation; its root is dead where null reached <c>data</c>.</summary>
    public static async ValueTask<ResultObject> ExecuteAsync(RequestContext request, object? rootValue)
    {
        var executor = new SelectionExecutor(request);
        var root = new ResultObject(null, 0, request.Plan.Root);
        if (request.Plan.Operation.Kind == OperationKind.Mutation)
            await executor.ExecuteSeriallyAsync(root, rootValue).ConfigureAwait(false);
        else
        {
            request.BeginRun();
            var running = executor.Execute(root, rootValue);
            request.EndRun();
            await running.ConfigureAwait(false);
        }
        return root;
    }

    /// <summary>The fields of a mutation's root run one after the other, each with all that is below it (spec 6.2.2).</summary>
    async ValueTask ExecuteSeriallyAsync(ResultObject root, object? value)
    {
        for (var slot = 0; slot < root.Values.Length && !root.IsDead && !request.IsStopped; slot++)
        {
            request.BeginRun();
            var running = ExecuteField(root, slot, value);
            request.EndRun();
            await running.ConfigureAwait(false);
        }
    }

    public ValueTask Execute(ResultObject node, object? value)
    {
        List<Task>? pending = null;
        var fields = node.Plan.Fields;
        if (request.IsStopped)
            return default;
        for (var slot = 0; slot < fields.Length && !node.IsDead; slot++)
        {
            var task = ExecuteField(node, slot, value);
            if (!task.IsCompletedSuccessfully)
                (pending ??= []).Add(task.AsTask());
        }
        return pending is null ? default : new ValueTask(Task.WhenAll(pending));
    }

    /// <summary>ExecuteField (spec 6.4): arguments, resolver, completion. Failures are reported, never thrown.</summary>
    ValueTask ExecuteField(ResultObject node, int slot, object? parent)
    {
        var field = node.Plan.Fields[slot];
        if (field.IsTypename)
        {
            node.Values[slot] = node.Plan.Type.Name;
            return default;
        }
        object? value;
        try
        {
            var arguments = request.ArgumentsOf(field);
            if (field.Definition.Resolve is { } resolve)
                value = resolve(parent, arguments, request);
            else
            {
                var answer = field.Definition.ResolveAsync!(parent, arguments, request);
                if (!answer.IsCompletedSuccessfully)
                    return AwaitField(node, slot, field, answer);
                value = answer.Result;
            }
        }
        catch (Exception e)
        {
            request.Errors.Report(node, slot, field, e);
            return default;
        }
        return _completion.Complete(this, node, slot, field, field.Definition.Type, value);
    }

    async ValueTask AwaitField(ResultObject node, int slot, PlannedField field, ValueTask<object?> answer)
    {
        object? value;
        try
        {
            value = await answer.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            request.Errors.Report(node, slot, field, e);
            return;
        }
        await _completion.Complete(this, node, slot, field, field.Definition.Type, value).ConfigureAwait(false);
    }
}
