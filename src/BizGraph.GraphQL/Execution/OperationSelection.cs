using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Execution;

/// <summary>GetOperation (spec 6.1).</summary>
static class OperationSelection
{
    public const string NoMutationsCode = "NO_MUTATIONS";

    public static (OperationDefinitionNode? Operation, Error? Problem) Select(DocumentNode document, GraphQLRequest request)
    {
        var operations = document.Operations;
        if (request.OperationName is null && operations.Length > 1)
            return Refuse("Must provide operation name if query contains multiple operations.");
        var operation = request.OperationName is null
            ? operations.FirstOrDefault()
            : Array.Find(operations, candidate => candidate.Name?.Value == request.OperationName);
        if (operation is null)
            return Refuse(
                request.OperationName is null
                    ? "Must provide an operation."
                    : $"Unknown operation named \"{request.OperationName}\"."
            );
        if (request.NoMutations && operation.Kind == OperationKind.Mutation)
            return (null, new Error { Message = "Mutations cannot be sent with GET; use POST.", Code = NoMutationsCode });
        return (operation, null);
    }

    static (OperationDefinitionNode?, Error) Refuse(string message) => (null, new Error { Message = message });
}
