using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Execution;

/// <summary>Finds the variables that decide what an operation selects (spec 3.13.1, 3.13.2).</summary>
sealed class ConditionVariables(DocumentNode document)
{
    readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    readonly HashSet<FragmentDefinitionNode> _visited = [];

    public static string[] Of(DocumentNode document, OperationDefinitionNode operation)
    {
        var variables = new ConditionVariables(document);
        variables.Visit(operation.SelectionSet);
        return [.. variables._names];
    }

    void Visit(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
                if (directive.Name.Value is "skip" or "include" or "defer")
                    _names.UnionWith(directive.Arguments.Select(a => a.Value).OfType<VariableNode>().Select(v => v.Name));
            if (InnerOf(selection) is { } inner)
                Visit(inner);
        }
    }

    SelectionSetNode? InnerOf(SelectionNode selection) =>
        selection switch
        {
            FieldNode field => field.SelectionSet,
            InlineFragmentNode inline => inline.SelectionSet,
            FragmentSpreadNode spread when document.Fragment(spread.Name.Value) is { } next && _visited.Add(next) =>
                next.SelectionSet,
            _ => null,
        };
}
