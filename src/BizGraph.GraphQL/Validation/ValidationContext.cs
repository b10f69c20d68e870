using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation;

/// <summary>What the rules share while one document is validated.</summary>
sealed class ValidationContext(Schema schema, DocumentNode document, GraphQLOptions options)
{
    readonly List<Error> _errors = [];
    readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    readonly Dictionary<OperationDefinitionNode, List<FragmentDefinitionNode>> _referenced = [];

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public GraphQLOptions Options { get; } = options;

    public IReadOnlyList<Error> Errors => _errors;

    /// <summary>Enough was found; the rest of the document is not looked at.</summary>
    public bool IsFull => _errors.Count >= Options.MaxValidationErrors;

    /// <summary>The uses of variables in each operation and fragment.</summary>
    public VariableUsages Usages { get; set; } = null!;

    public void Report(string message, IEnumerable<SyntaxNode> nodes)
    {
        if (!IsFull)
            _errors.Add(new Error { Message = message, Locations = [.. nodes.Select(Document.LocationOf)] });
    }

    public CompositeType? Composite(NamedTypeNode? node) => node is null ? null : Schema.Type(node.Name) as CompositeType;

    /// <summary>The spreads anywhere within a selection set.</summary>
    public List<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var spreads))
            return spreads;
        spreads = [];
        var waiting = new Stack<SelectionSetNode>([set]);
        while (waiting.TryPop(out var next))
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    spreads.Add(spread);
                else if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } inner)
                    waiting.Push(inner);
            }
        return _spreads[set] = spreads;
    }

    /// <summary>The fragments that an operation leads to, each once.</summary>
    public List<FragmentDefinitionNode> FragmentsOf(OperationDefinitionNode operation)
    {
        if (_referenced.TryGetValue(operation, out var fragments))
            return fragments;
        fragments = [];
        var seen = new HashSet<string>();
        var waiting = new Stack<SelectionSetNode>([operation.SelectionSet]);
        while (waiting.TryPop(out var set))
            foreach (var spread in SpreadsIn(set))
                if (seen.Add(spread.Name.Value) && Document.Fragment(spread.Name.Value) is { } fragment)
                {
                    fragments.Add(fragment);
                    waiting.Push(fragment.SelectionSet);
                }
        return _referenced[operation] = fragments;
    }
}
