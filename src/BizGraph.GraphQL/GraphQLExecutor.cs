using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using BizGraph.GraphQL.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BizGraph.GraphQL;

/// <summary>Executes requests against one schema. Safe for use by many requests at once.</summary>
public sealed class GraphQLExecutor
{
    readonly IServiceProvider _services;
    readonly DocumentCache _documents;
    readonly DocumentValidator _validator;
    readonly IErrorFilter[] _filters;
    readonly ILogger _logger;

    internal GraphQLExecutor(Schema schema, GraphQLOptions options, IServiceProvider services)
    {
        Schema = schema;
        Options = options.Validate();
        _services = services;
        _documents = new DocumentCache(options.MaxCachedDocuments, options.MaxCachedCharacters);
        _validator = new DocumentValidator(schema, options);
        _filters = [.. services.GetServices<IErrorFilter>()];
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger("BizGraph.GraphQL") ?? NullLogger.Instance;
    }

    internal Schema Schema { get; }

    /// <summary>The limits in force.</summary>
    public GraphQLOptions Options { get; }

    internal int CachedDocuments => _documents.Count;

    /// <summary>The schema as SDL: the same bytes for the same schema.</summary>
    public string PrintSchema() => SchemaPrinter.Print(Schema);

    /// <summary>Executes in process and returns the response as JSON.</summary>
    /// <param name="query">The document's text.</param>
    /// <param name="variables">An object that serializes to the variables; null for none.</param>
    /// <param name="cancellation">Reaches the resolvers.</param>
    public async Task<string> ExecuteAsync(string query, object? variables = null, CancellationToken cancellation = default)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
        };
        var result = await ExecuteAsync(request, _services, cancellation).ConfigureAwait(false);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, ResponseJson.Options))
            ResultWriter.Write(writer, result);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal async ValueTask<ExecutionResult> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellation,
        HttpContext? http = null
    )
    {
        var (document, failure) = Prepare(request.Query);
        if (document is null)
            return failure!;
        var (operation, problem) = OperationSelection.Select(document.Document, request);
        if (operation is null)
            return ExecutionResult.RequestError(problem!);
        var (variables, errors) = VariableCoercion.Coerce(
            Schema,
            document.Document,
            operation,
            request.Variables,
            Options.MaxValidationErrors
        );
        if (errors.Count > 0)
            return ExecutionResult.RequestError(errors);
        var cost = CostAnalysis.Of(Schema, document.Document, operation, variables);
        if (!(cost.Fields <= Options.MaxFieldCost && cost.Types <= Options.MaxTypeCost))
            return ExecutionResult.RequestError(TooDear(cost)).WithCost(cost, request.ReportCost);
        var plan = document.PlanFor(operation, variables);
        var limit = Math.Max(cost.Types, Options.MaxTypeCost);
        var context = new RequestContext(Schema, document.Document, plan, services, limit)
        {
            Errors = new FieldErrors(document.Document, Options, _filters, _logger),
            Variables = variables,
            Http = http,
        };
        var result = await RunAsync(context, cancellation).ConfigureAwait(false);
        return result.WithCost(cost with { Types = Math.Max(cost.Types, context.Objects) }, request.ReportCost);
    }

    (PreparedDocument? Document, ExecutionResult? Failure) Prepare(string query)
    {
        var document = _documents.Find(query);
        if (document is null)
        {
            try
            {
                var parsed = Parser.Parse(query, new ParserLimits(Options.MaxTokens, Options.MaxNesting, Options.MaxFields));
                document = new PreparedDocument(Schema, parsed, _validator.Validate(parsed));
            }
            catch (SyntaxException e)
            {
                return (null, ExecutionResult.RequestError(new Error { Message = e.Message, Locations = [e.Location] }));
            }
            _documents.Add(query, document);
        }
        return document.Errors.Count == 0 ? (document, null) : (null, ExecutionResult.RequestError(document.Errors));
    }

    async ValueTask<ExecutionResult> RunAsync(RequestContext context, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Options.ExecutionTimeout);
        context.Cancellation = limit.Token;
        var root = await SelectionExecutor.ExecuteAsync(context, null).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
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

    Error TooMany() =>
        new()
        {
            Message =
                $"The operation returns more objects than its cost said and {Options.MaxTypeCost:0.###} are allowed. Ask for fewer.",
            Code = "COST_EXCEEDED",
        };

    Error TooDear(OperationCost cost) =>
        new()
        {
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"The operation costs {cost.Fields:0.###} for fields and {cost.Types:0.###} for types; {Options.MaxFieldCost:0.###} and {Options.MaxTypeCost:0.###} are allowed. Ask for fewer items."
            ),
            Code = "COST_EXCEEDED",
        };

    Error TimedOut() =>
        new() { Message = $"The request ran longer than {Options.ExecutionTimeout.TotalSeconds:0.###} s.", Code = "TIMEOUT" };
}
