namespace BizGraph.GraphQL;

/// <summary>A schema that cannot be built; the message lists everything that is wrong with it.</summary>
public sealed class SchemaException(string message) : Exception(message);
