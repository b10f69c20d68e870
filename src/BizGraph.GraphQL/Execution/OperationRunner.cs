using System.Runtime.CompilerServices;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BizGraph.GraphQL.Execution;

/// <summary>Runs prepared operations (spec 6.2).</summary>
sealed class OperationRunner(Schema schema, GraphQLOptions options, IErrorFilter[] filters, ILogger logger)
{
    /// <summary>A query or mutation.</summary>
    public async ValueTask<ExecutionResult> RunAsync(
        PreparedOperation operation,
        IServiceProvider services,
        HttpContext? http,
        bool reportCost,
        CancellationToken cancellation
    )
    {
        if (operation.Plan.Operation.Kind == OperationKind.Subscription)
            return ExecutionResult.RequestError(NoStream);
        var context = ContextOf(operation, services, http);
        var result = await RunAsync(operation, context, null, cancellation).ConfigureAwait(false);
        var unforeseen = Math.Max(0, context.Objects - operation.Cost.Objects);
        return result.WithCost(operation.Cost with { Types = operation.Cost.Types + unforeseen }, reportCost);
    }

    /// <summary>A subscription (spec 6.2.3): one result for each event of the source stream.</summary>
    public async IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        PreparedOperation operation,
        IServiceProvider services,
        HttpContext? http,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var source = ContextOf(operation, services, http);
        source.Start(Timeout.InfiniteTimeSpan, cancellation);
        var root = new ResultObject(null, 0, operation.Plan.Root);
        await using var events = new SourceStream(source, root, cancellation);
        while (await events.NextAsync().ConfigureAwait(false))
        {
            await using var scope = services.CreateAsyncScope();
            var context = ContextOf(operation, scope.ServiceProvider, http);
            yield return await RunAsync(operation, context, events, cancellation).ConfigureAwait(false);
        }
        if (source.Errors.All.Count > 0)
            yield return events.HasStarted
                ? new ExecutionResult { Errors = source.Errors.All, HasData = true }
                : ExecutionResult.RequestError(source.Errors.All);
    }

    RequestContext ContextOf(PreparedOperation operation, IServiceProvider services, HttpContext? http) =>
        new(schema, operation.Document, operation.Plan, services, Math.Max(operation.Cost.Objects, options.MaxTypeCost))
        {
            Errors = new FieldErrors(operation.Document, options, filters, logger),
            Variables = operation.Variables,
            Http = http,
        };

    async ValueTask<ExecutionResult> RunAsync(
        PreparedOperation operation,
        RequestContext context,
        SourceStream? events,
        CancellationToken cancellation
    )
    {
        try
        {
            return await RunAsync(context, events, cancellation).ConfigureAwait(false);
        }
        finally
        {
            operation.Source.Settle(operation.Plan);
        }
    }

    async ValueTask<ExecutionResult> RunAsync(RequestContext context, SourceStream? events, CancellationToken cancellation)
    {
        context.Start(options.ExecutionTimeout, cancellation);
        using var ended = context;
        var running = SelectionExecutor.ExecuteAsync(context, events?.Current);
        ResultObject root;
        try
        {
            root = running.IsCompletedSuccessfully
                ? running.Result
                : await running.AsTask().WaitAsync(context.Cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ExecutionResult.RequestError(TimedOut());
        }
        cancellation.ThrowIfCancellationRequested();
        if (context.IsLate)
            return ExecutionResult.RequestError(TimedOut());
        if (context.IsOverBudget)
            return ExecutionResult.RequestError(TooMany());
        return new ExecutionResult
        {
            Errors = context.Errors.All,
            HasData = true,
            Data = root.IsDead ? null : root,
        };
    }

    static readonly Error NoStream = new() { Message = "Subscriptions are answered over WebSocket or as an event stream." };

    Error TooMany() =>
        new()
        {
            Message =
                $"The operation returns more objects than its cost said and {options.MaxTypeCost:0.###} are allowed. Ask for fewer.",
            Code = "COST_EXCEEDED",
        };

    Error TimedOut() =>
        new() { Message = $"The request ran longer than {options.ExecutionTimeout.TotalSeconds:0.###} s.", Code = "TIMEOUT" };
}
