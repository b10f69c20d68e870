using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Execution;

/// <summary>Finds the variables that decide what is selected (spec 3.13.1, 3.13.2).</summary>
static class ConditionVariables
{
    public static string[] Of(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
                Visit(operation.SelectionSet, names);
            else if (definition is FragmentDefinitionNode fragment)
                Visit(fragment.SelectionSet, names);
        }
        return [.. names];
    }

    static void Visit(SelectionSetNode set, SortedSet<string> names)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
                if (directive.Name.Value is "skip" or "include" or "defer")
                    names.UnionWith(
                        directive.Arguments.Select(argument => argument.Value).OfType<VariableNode>().Select(v => v.Name)
                    );
            var inner = selection is FieldNode field ? field.SelectionSet : (selection as InlineFragmentNode)?.SelectionSet;
            if (inner is not null)
                Visit(inner, names);
        }
    }
}
