using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BizGraph.GraphQL;

/// <summary>Executes requests against one schema. Safe for use by many requests at once.</summary>
public sealed class GraphQLExecutor
{
    readonly IServiceProvider _services;
    readonly RequestPreparation _preparation;
    readonly OperationRunner _runner;

    internal GraphQLExecutor(Schema schema, GraphQLOptions options, IServiceProvider services)
    {
        Schema = schema;
        Options = options.Validate();
        _services = services;
        _preparation = new RequestPreparation(schema, options);
        var logger = services.GetService<ILoggerFactory>()?.CreateLogger("BizGraph.GraphQL") ?? NullLogger.Instance;
        _runner = new OperationRunner(schema, options, [.. services.GetServices<IErrorFilter>()], logger);
    }

    internal Schema Schema { get; }

    /// <summary>The limits in force.</summary>
    public GraphQLOptions Options { get; }

    /// <summary>Decides whether a WebSocket may connect.</summary>
    internal Func<HttpContext, JsonElement, ValueTask<bool>>? OnConnect { get; init; }

    /// <summary>Queries that GraphiQL opens with.</summary>
    internal IReadOnlyList<string> Examples { get; init; } = [];

    internal int CachedDocuments => _preparation.CachedDocuments;

    /// <summary>The schema as SDL: the same bytes for the same schema.</summary>
    public string PrintSchema() => SchemaPrinter.Print(Schema);

    /// <summary>Executes in process and returns the response as JSON.</summary>
    /// <param name="query">The document's text.</param>
    /// <param name="variables">An object that serializes to the variables; null for none.</param>
    /// <param name="cancellation">Reaches the resolvers.</param>
    public async Task<string> ExecuteAsync(string query, object? variables = null, CancellationToken cancellation = default)
    {
        await using var scope = _services.CreateAsyncScope();
        var request = RequestOf(query, variables);
        var result = await ExecuteAsync(request, scope.ServiceProvider, cancellation).ConfigureAwait(false);
        return ToJson(result);
    }

    /// <summary>Follows a subscription in process; each event is a response as JSON.</summary>
    /// <param name="query">The document's text.</param>
    /// <param name="variables">An object that serializes to the variables; null for none.</param>
    /// <param name="cancellation">Ends the subscription.</param>
    public async IAsyncEnumerable<string> SubscribeAsync(
        string query,
        object? variables = null,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var (operation, refusal) = Prepare(RequestOf(query, variables));
        if (operation is null)
        {
            yield return ToJson(refusal!);
            yield break;
        }
        await foreach (var result in StreamAsync(operation, _services, null, cancellation).ConfigureAwait(false))
            yield return ToJson(result);
    }

    internal (PreparedOperation? Operation, ExecutionResult? Refusal) Prepare(GraphQLRequest request) =>
        _preparation.Prepare(request);

    internal ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellation,
        HttpContext? http = null
    )
    {
        var (operation, refusal) = Prepare(request);
        return operation is null
            ? ValueTask.FromResult(refusal!)
            : _runner.RunAsync(operation, services, http, request.ReportCost, cancellation);
    }

    /// <summary>The results of an operation of any kind: one for each event of a subscription, one for anything else.</summary>
    internal async IAsyncEnumerable<ExecutionResult> StreamAsync(
        PreparedOperation operation,
        IServiceProvider services,
        HttpContext? http,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (operation.Plan.Operation.Kind != OperationKind.Subscription)
        {
            await using var scope = services.CreateAsyncScope();
            yield return await _runner
                .RunAsync(operation, scope.ServiceProvider, http, false, cancellation)
                .ConfigureAwait(false);
            yield break;
        }
        await foreach (var result in _runner.SubscribeAsync(operation, services, http, cancellation).ConfigureAwait(false))
            yield return result;
    }

    static GraphQLRequest RequestOf(string query, object? variables) =>
        new() { Query = query, Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables) };

    static string ToJson(ExecutionResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ResponseJson.Options))
            ResultWriter.Write(writer, result);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
