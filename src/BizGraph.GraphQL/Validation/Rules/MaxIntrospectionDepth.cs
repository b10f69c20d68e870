using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Bounds how often introspection may go from types to types, which grows the answer exponentially.</summary>
sealed class MaxIntrospectionDepth(ValidationContext context) : Rule(context)
{
    const int MaxLists = 3;
    readonly Dictionary<string, int> _checkedAt = [];

    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition)
    {
        if (field.Name.Value is "__schema" or "__type" && IsTooDeep(field.SelectionSet, 0))
            Report("Maximum introspection depth exceeded", field);
    }

    bool IsTooDeep(SelectionSetNode? set, int lists) =>
        set is not null && Array.Exists(set.Selections, selection => IsTooDeep(selection, lists));

    bool IsTooDeep(SelectionNode selection, int lists)
    {
        switch (selection)
        {
            case FieldNode field:
                if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++lists >= MaxLists)
                    return true;
                return IsTooDeep(field.SelectionSet, lists);
            case InlineFragmentNode inline:
                return IsTooDeep(inline.SelectionSet, lists);
            case FragmentSpreadNode spread when Document.Fragment(spread.Name.Value) is { } fragment:
                if (_checkedAt.TryGetValue(spread.Name.Value, out var before) && before >= lists)
                    return false;
                _checkedAt[spread.Name.Value] = lists;
                if (!IsTooDeep(fragment.SelectionSet, lists))
                    return false;
                _checkedAt.Remove(spread.Name.Value);
                return true;
            default:
                return false;
        }
    }
}
