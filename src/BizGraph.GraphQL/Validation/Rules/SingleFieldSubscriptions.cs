using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Single root field (spec 5.2.4.1): no introspection, no @skip or @include there.</summary>
sealed class SingleFieldSubscriptions(ValidationContext context) : Rule(context)
{
    readonly List<List<FieldNode>> _groups = [];
    readonly List<DirectiveNode> _forbidden = [];
    readonly HashSet<string> _visited = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Kind != OperationKind.Subscription || Schema.Root(operation.Kind) is not { } root)
            return;
        _groups.Clear();
        _forbidden.Clear();
        _visited.Clear();
        Collect(operation.SelectionSet, root);
        var who = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (_forbidden.Count > 0)
        {
            Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", _forbidden);
            return;
        }
        if (_groups.Count > 1)
            Report($"{who} must select only one top level field.", _groups.Skip(1).SelectMany(group => group));
        foreach (var group in _groups.Where(group => group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)))
            Report($"{who} must not select an introspection top level field.", group);
    }

    void Collect(SelectionSetNode set, ObjectType root)
    {
        foreach (var selection in set.Selections)
        {
            if (Array.Find(selection.Directives, directive => directive.Name.Value is "skip" or "include") is { } forbidden)
                _forbidden.Add(forbidden);
            else if (selection is FieldNode field)
                Add(field);
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition, root))
                Collect(inline.SelectionSet, root);
            else if (selection is FragmentSpreadNode spread && _visited.Add(spread.Name.Value))
                if (Document.Fragment(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition, root))
                    Collect(fragment.SelectionSet, root);
        }
    }

    bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.Composite(condition) is { } type && Schema.Applies(root, type));

    void Add(FieldNode field)
    {
        if (_groups.Find(group => group[0].ResponseName == field.ResponseName) is { } group)
            group.Add(field);
        else
            _groups.Add([field]);
    }
}
