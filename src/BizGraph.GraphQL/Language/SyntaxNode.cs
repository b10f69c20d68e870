namespace BizGraph.GraphQL.Language;

/// <summary>A part of a document; <see cref="Start"/> is its offset in the text.</summary>
abstract class SyntaxNode(int start)
{
    public int Start { get; } = start;
}

sealed class NameNode(int start, string value) : SyntaxNode(start)
{
    public string Value { get; } = value;
}

/// <summary>A whole document (spec 2.2) with the text that it was read from.</summary>
sealed class DocumentNode(string source, DefinitionNode[] definitions, int tokenCount)
{
    readonly Dictionary<string, FragmentDefinitionNode> _fragments = FragmentsOf(definitions);

    public string Source { get; } = source;
    public DefinitionNode[] Definitions { get; } = definitions;

    /// <summary>How many tokens it has, which says how much memory it takes.</summary>
    public int TokenCount { get; } = tokenCount;

    public OperationDefinitionNode[] Operations { get; } = [.. definitions.OfType<OperationDefinitionNode>()];

    public FragmentDefinitionNode? Fragment(string name) => _fragments.GetValueOrDefault(name);

    public Location LocationOf(SyntaxNode node) => Location.At(Source, node.Start);

    static Dictionary<string, FragmentDefinitionNode> FragmentsOf(DefinitionNode[] definitions)
    {
        var fragments = new Dictionary<string, FragmentDefinitionNode>();
        foreach (var fragment in definitions.OfType<FragmentDefinitionNode>())
            fragments[fragment.Name.Value] = fragment; // Of several, which a rule refuses, the last counts.
        return fragments;
    }
}

abstract class DefinitionNode(int start) : SyntaxNode(start);

/// <summary>A directive as applied (spec 2.13).</summary>
sealed class DirectiveNode(int start, NameNode name, ArgumentNode[] arguments) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;
    public ArgumentNode[] Arguments { get; } = arguments;
}

sealed class ArgumentNode(int start, NameNode name, ValueNode value) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
