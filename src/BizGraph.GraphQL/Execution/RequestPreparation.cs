using System.Globalization;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using BizGraph.GraphQL.Validation;

namespace BizGraph.GraphQL.Execution;

/// <summary>An operation that may run: validated, its variables coerced, its cost within the limits.</summary>
sealed record PreparedOperation(
    PreparedDocument Source,
    OperationPlan Plan,
    Dictionary<string, object?> Variables,
    OperationCost Cost
)
{
    public DocumentNode Document => Source.Document;
}

/// <summary>Everything before the first resolver (spec 6.1): reading, validating, coercing, counting the cost.</summary>
sealed class RequestPreparation(Schema schema, GraphQLOptions options)
{
    readonly DocumentCache _documents = new(options.MaxCachedDocuments, options.MaxCachedCharacters);
    readonly DocumentValidator _validator = new(schema, options);

    public int CachedDocuments => _documents.Count;

    /// <summary>The operation, or the request error that refuses it.</summary>
    public (PreparedOperation? Operation, ExecutionResult? Refusal) Prepare(GraphQLRequest request)
    {
        var (document, failure) = DocumentOf(request.Query);
        if (document is null)
            return (null, failure);
        var (operation, problem) = OperationSelection.Select(document.Document, request);
        if (operation is null)
            return (null, ExecutionResult.RequestError(problem!));
        var (variables, errors) = VariableCoercion.Coerce(
            schema,
            document.Document,
            operation,
            request.Variables,
            options.MaxValidationErrors
        );
        if (errors.Count > 0)
            return (null, Refuse(errors));
        if (document.NullCondition(operation, variables) is { } name)
            return (
                null,
                ExecutionResult.RequestError(
                    new Error { Message = $"Variable \"${name}\" decides what is selected and must not be null." }
                )
            );
        var cost = document.CostOf(operation, variables);
        if (!(cost.Fields <= options.MaxFieldCost && cost.Types <= options.MaxTypeCost))
            return (null, ExecutionResult.RequestError(TooDear(cost)).WithCost(cost, request.ReportCost));
        return (new PreparedOperation(document, document.PlanFor(operation, variables), variables, cost), null);
    }

    (PreparedDocument? Document, ExecutionResult? Failure) DocumentOf(string query)
    {
        var document = _documents.Find(query);
        if (document is null)
        {
            try
            {
                var parsed = Parser.Parse(query, new ParserLimits(options.MaxTokens, options.MaxNesting, options.MaxFields));
                document = new PreparedDocument(schema, parsed, _validator.Validate(parsed));
            }
            catch (SyntaxException e)
            {
                var error = new Error { Message = e.Message, Locations = [e.Location] };
                return (null, new ExecutionResult { Errors = [error], IsSyntaxError = true });
            }
            _documents.Add(query, document);
        }
        return document.Errors.Count == 0 ? (document, null) : (null, Refuse(document.Errors));
    }

    /// <summary>Where introspection is off, errors suggest no names either, since those would tell the schema bit by bit.</summary>
    ExecutionResult Refuse(IReadOnlyList<Error> errors) =>
        ExecutionResult.RequestError(options.AllowIntrospection ? errors : [.. errors.Select(WithoutSuggestion)]);

    static Error WithoutSuggestion(Error error) =>
        error.Message.IndexOf(Suggestions.Opening, StringComparison.Ordinal) is >= 0 and var start
            ? error with
            {
                Message = error.Message[..start],
            }
            : error;

    Error TooDear(OperationCost cost) =>
        new()
        {
            Message = string.Create(
                CultureInfo.InvariantCulture,
                $"The operation costs {cost.Fields:0.###} for fields and {cost.Types:0.###} for types; {options.MaxFieldCost:0.###} and {options.MaxTypeCost:0.###} are allowed. Ask for fewer items."
            ),
            Code = "COST_EXCEEDED",
        };
}
