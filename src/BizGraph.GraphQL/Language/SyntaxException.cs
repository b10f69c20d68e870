namespace BizGraph.GraphQL.Language;

/// <summary>A document that cannot be read: what was found, and where (a UTF-16 offset).</summary>
sealed class SyntaxException(string source, int position, string message) : Exception("Syntax Error: " + message)
{
    public Location Location { get; } = Location.At(source, position);
}
