using System.Text.Json;

namespace BizGraph.GraphQL;

/// <summary>A request to execute.</summary>
public sealed record GraphQLRequest
{
    /// <summary>The document's text.</summary>
    public required string Query { get; init; }

    /// <summary>Which of the document's operations; needed where it has several.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables, as a JSON object; undefined or null for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>Whether the response tells the operation's cost.</summary>
    public bool ReportCost { get; init; }

    /// <summary>Whether mutations are refused, as a GET request demands.</summary>
    public bool NoMutations { get; init; }
}
