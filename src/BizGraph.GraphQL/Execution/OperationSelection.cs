using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Execution;

/// <summary>GetOperation (spec 6.1).</summary>
static class OperationSelection
{
    public const string QueriesOnlyCode = "QUERIES_ONLY";

    public static (OperationDefinitionNode? Operation, Error? Problem) Select(DocumentNode document, GraphQLRequest request)
    {
        var operations = document.Operations.ToList();
        if (request.OperationName is null && operations.Count > 1)
            return Refuse("Must provide operation name if query contains multiple operations.");
        var operation = request.OperationName is null
            ? operations.FirstOrDefault()
            : operations.Find(candidate => candidate.Name?.Value == request.OperationName);
        if (operation is null)
            return Refuse(
                request.OperationName is null
                    ? "Must provide an operation."
                    : $"Unknown operation named \"{request.OperationName}\"."
            );
        if (request.QueriesOnly && operation.Kind != OperationKind.Query)
            return (null, new Error { Message = "Only queries can be sent with GET; use POST.", Code = QueriesOnlyCode });
        return (operation, null);
    }

    static (OperationDefinitionNode?, Error) Refuse(string message) => (null, new Error { Message = message });
}
