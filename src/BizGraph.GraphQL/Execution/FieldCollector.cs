using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>CollectFields (spec 6.3.2): the fields of selection sets by response name, in the order of their first appearance.</summary>
sealed class FieldCollector(Schema schema, DocumentNode document, IReadOnlyDictionary<string, object?> variables)
{
    public List<List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = new Groups(type);
        foreach (var set in sets)
            Collect(set, groups, isDeferred: false);
        return groups.InOrder();
    }

    void Collect(SelectionSetNode set, Groups groups, bool isDeferred)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection))
                continue;
            if (selection is FieldNode field)
                groups.Add(field, isDeferred);
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition, groups.Type))
                Collect(inline.SelectionSet, groups, isDeferred || IsDeferred(selection));
            else if (selection is FragmentSpreadNode spread)
                Collect(spread, groups, isDeferred || IsDeferred(selection));
        }
    }

    void Collect(FragmentSpreadNode spread, Groups groups, bool isDeferred)
    {
        if (document.Fragment(spread.Name.Value) is { } fragment && groups.Visit(spread.Name.Value, isDeferred))
            if (Applies(fragment.TypeCondition, groups.Type))
                Collect(fragment.SelectionSet, groups, isDeferred);
    }

    /// <summary>Where a schema has <c>@defer</c>, what it defers comes last, in the same response.</summary>
    bool IsDeferred(SelectionNode selection)
    {
        var defer = Array.Find(selection.Directives, directive => directive.Name.Value == "defer");
        if (defer is null)
            return false;
        var condition = Array.Find(defer.Arguments, argument => argument.Name.Value == "if")?.Value;
        return condition is null
            || (condition is VariableNode variable && !variables.ContainsKey(variable.Name))
            || IsTrue(condition);
    }

    bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || (schema.Type(condition.Name) is CompositeType composite && schema.Applies(type, composite));

    bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == "skip" && Condition(directive))
                return false;
            if (directive.Name.Value == "include" && !Condition(directive))
                return false;
        }
        return true;
    }

    bool Condition(DirectiveNode directive) =>
        IsTrue(Array.Find(directive.Arguments, argument => argument.Name.Value == "if")!.Value);

    bool IsTrue(ValueNode value) =>
        value switch
        {
            BooleanValueNode constant => constant.Value,
            VariableNode variable => variables.GetValueOrDefault(variable.Name) is true,
            _ => false,
        };

    /// <summary>Fields by response name; each fragment is visited once.</summary>
    sealed class Groups(ObjectType type)
    {
        readonly Dictionary<string, Group> _byName = [];
        readonly List<Group> _groups = [];
        readonly HashSet<string> _visited = [];
        readonly HashSet<string> _visitedDeferred = [];

        public ObjectType Type => type;

        /// <summary>Whether the fragment's fields are still to be collected.</summary>
        public bool Visit(string fragment, bool isDeferred) =>
            isDeferred ? !_visited.Contains(fragment) && _visitedDeferred.Add(fragment) : _visited.Add(fragment);

        public void Add(FieldNode field, bool isDeferred)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var group))
            {
                group = new Group();
                _byName.Add(field.ResponseName, group);
                _groups.Add(group);
            }
            group.Fields.Add(field);
            group.IsDeferred &= isDeferred;
        }

        public List<List<FieldNode>> InOrder() => [.. _groups.OrderBy(group => group.IsDeferred).Select(group => group.Fields)];
    }

    sealed class Group
    {
        public List<FieldNode> Fields { get; } = [];

        /// <summary>Whether it is selected within deferred fragments only.</summary>
        public bool IsDeferred { get; set; } = true;
    }
}
