using System.Text;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Two fields, or what is below them, that cannot be merged.</summary>
sealed record MergeConflict(string ResponseName, string Reason, List<FieldNode> Left, List<FieldNode> Right);

/// <summary>Finds every conflict by comparing pairs; each pair of fragments, and of a field set and a fragment, is compared once.</summary>
sealed class MergeConflicts(ValidationContext context)
{
    const int MaxConflicts = 100;

    readonly Dictionary<(SelectionSetNode, CompositeType?), FieldSet> _sets = [];
    readonly Dictionary<(object, object), bool> _compared = [];
    int _comparisons;
    int _found;

    /// <summary>Enough conflicts for any report, or as many comparisons as are allowed.</summary>
    bool IsExhausted => _found >= MaxConflicts || _comparisons > context.Options.MaxMergeComparisons;

    public List<MergeConflict> Within(SelectionSetNode selections, CompositeType? parent)
    {
        var conflicts = new List<MergeConflict>();
        var set = SetOf(selections, parent);
        foreach (var (name, fields) in set.Fields)
            for (var i = 0; i < fields.Count; i++)
            for (var j = i + 1; j < fields.Count; j++)
                AddIfConflict(conflicts, false, name, fields[i], fields[j]);
        for (var i = 0; i < set.Fragments.Count; i++)
        {
            BetweenFieldsAndFragment(conflicts, false, set, set.Fragments[i]);
            for (var j = i + 1; j < set.Fragments.Count; j++)
                BetweenFragments(conflicts, false, set.Fragments[i], set.Fragments[j]);
        }
        return conflicts;
    }

    void BetweenFieldsAndFragment(List<MergeConflict> conflicts, bool exclusive, FieldSet set, string name)
    {
        if (WasCompared(set, name, exclusive) || context.Document.Fragment(name) is not { } fragment)
            return;
        var other = SetOf(fragment);
        if (ReferenceEquals(set, other))
            return;
        Between(conflicts, exclusive, set, other);
        foreach (var inner in other.Fragments)
            BetweenFieldsAndFragment(conflicts, exclusive, set, inner);
    }

    void BetweenFragments(List<MergeConflict> conflicts, bool exclusive, string left, string right)
    {
        if (left == right || IsExhausted)
            return;
        var pair = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
        if (WasCompared(pair.Item1, pair.Item2, exclusive))
            return;
        if (context.Document.Fragment(left) is not { } one || context.Document.Fragment(right) is not { } two)
            return;
        var (leftSet, rightSet) = (SetOf(one), SetOf(two));
        Between(conflicts, exclusive, leftSet, rightSet);
        foreach (var inner in rightSet.Fragments)
            BetweenFragments(conflicts, exclusive, left, inner);
        foreach (var inner in leftSet.Fragments)
            BetweenFragments(conflicts, exclusive, inner, right);
    }

    List<MergeConflict> BetweenSubselections(bool exclusive, SelectedField left, SelectedField right)
    {
        var conflicts = new List<MergeConflict>();
        var (one, two) = (SetOf(left.Node.SelectionSet!, left.InnerType), SetOf(right.Node.SelectionSet!, right.InnerType));
        Between(conflicts, exclusive, one, two);
        foreach (var name in two.Fragments)
            BetweenFieldsAndFragment(conflicts, exclusive, one, name);
        foreach (var name in one.Fragments)
            BetweenFieldsAndFragment(conflicts, exclusive, two, name);
        foreach (var x in one.Fragments)
        foreach (var y in two.Fragments)
            BetweenFragments(conflicts, exclusive, x, y);
        return conflicts;
    }

    void Between(List<MergeConflict> conflicts, bool exclusive, FieldSet left, FieldSet right)
    {
        foreach (var (name, fields) in left.Fields)
        {
            if (!right.ByName.TryGetValue(name, out var others))
                continue;
            foreach (var field in fields)
            foreach (var other in others)
                AddIfConflict(conflicts, exclusive, name, field, other);
        }
    }

    void AddIfConflict(List<MergeConflict> conflicts, bool exclusive, string name, SelectedField left, SelectedField right)
    {
        _comparisons++;
        if (IsExhausted || Find(exclusive, name, left, right) is not { } conflict)
            return;
        _found++;
        conflicts.Add(conflict);
    }

    /// <summary>Two fields on different object types can never both answer, so only their shapes have to fit.</summary>
    MergeConflict? Find(bool exclusive, string name, SelectedField left, SelectedField right)
    {
        exclusive |= !ReferenceEquals(left.Parent, right.Parent) && left.Parent is ObjectType && right.Parent is ObjectType;
        if (Reason(exclusive, left, right) is { } reason)
            return new MergeConflict(name, reason, [left.Node], [right.Node]);
        if (left.Node.SelectionSet is null || right.Node.SelectionSet is null)
            return null;
        var inner = BetweenSubselections(exclusive, left, right);
        if (inner.Count == 0)
            return null;
        var reasons = string.Join(
            " and ",
            inner.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}")
        );
        return new MergeConflict(
            name,
            reasons,
            [left.Node, .. inner.SelectMany(conflict => conflict.Left)],
            [right.Node, .. inner.SelectMany(conflict => conflict.Right)]
        );
    }

    static string? Reason(bool exclusive, SelectedField left, SelectedField right)
    {
        if (!exclusive)
        {
            var (one, two) = (left.Node.Name.Value, right.Node.Name.Value);
            if (one != two)
                return $"\"{one}\" and \"{two}\" are different fields";
            if (left.ArgumentsKey != right.ArgumentsKey)
                return "they have differing arguments";
        }
        return left.Definition is { } x && right.Definition is { } y && Differ(x.Type, y.Type)
            ? $"they return conflicting types \"{x.Type}\" and \"{y.Type}\""
            : null;
    }

    /// <summary>The type part of SameResponseShape.</summary>
    public static bool Differ(GraphType a, GraphType b) =>
        (a, b) switch
        {
            (ListType x, ListType y) => Differ(x.Item, y.Item),
            (ListType, _) or (_, ListType) => true,
            (NonNullType x, NonNullType y) => Differ(x.Inner, y.Inner),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => (a is LeafType || b is LeafType) && !ReferenceEquals(a, b),
        };

    /// <summary>Whether the pair was compared before at least as strictly.</summary>
    bool WasCompared(object left, object right, bool exclusive)
    {
        if (_compared.TryGetValue((left, right), out var before) && (exclusive || !before))
            return true;
        _compared[(left, right)] = exclusive;
        return false;
    }

    FieldSet SetOf(FragmentDefinitionNode fragment) => SetOf(fragment.SelectionSet, context.Composite(fragment.TypeCondition));

    FieldSet SetOf(SelectionSetNode selections, CompositeType? parent)
    {
        if (!_sets.TryGetValue((selections, parent), out var set))
            _sets[(selections, parent)] = set = FieldSet.Of(context, selections, parent);
        return set;
    }
}

/// <summary>The fields of a selection set by response name, inline fragments included, and the fragments that it spreads.</summary>
sealed class FieldSet
{
    public Dictionary<string, List<SelectedField>> ByName { get; } = [];

    public List<(string Name, List<SelectedField> Fields)> Fields { get; } = [];

    public List<string> Fragments { get; } = [];

    public static FieldSet Of(ValidationContext context, SelectionSetNode selections, CompositeType? parent)
    {
        var set = new FieldSet();
        set.Add(context, selections, parent, []);
        return set;
    }

    void Add(ValidationContext context, SelectionSetNode selections, CompositeType? parent, HashSet<string> spread)
    {
        foreach (var selection in selections.Selections)
        {
            if (selection is FieldNode field)
                Add(new SelectedField(field, parent, (parent as FieldsType)?.Field(field.Name.Value)));
            else if (selection is InlineFragmentNode inline)
                Add(
                    context,
                    inline.SelectionSet,
                    inline.TypeCondition is null ? parent : context.Composite(inline.TypeCondition),
                    spread
                );
            else if (selection is FragmentSpreadNode fragment && spread.Add(fragment.Name.Value))
                Fragments.Add(fragment.Name.Value);
        }
    }

    void Add(SelectedField field)
    {
        var name = field.Node.ResponseName;
        if (!ByName.TryGetValue(name, out var fields))
        {
            ByName[name] = fields = [];
            Fields.Add((name, fields));
        }
        fields.Add(field);
    }
}

/// <summary>A field where it stands: its parent type and definition are null where they are unknown.</summary>
sealed record SelectedField(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition)
{
    string? _argumentsKey;

    public CompositeType? InnerType => Definition?.Type.Named as CompositeType;

    /// <summary>The same text for the same arguments in any order.</summary>
    public string ArgumentsKey => _argumentsKey ??= KeyOf(Node);

    static string KeyOf(FieldNode node)
    {
        if (node.Arguments.Length == 0)
            return "";
        var text = new StringBuilder();
        foreach (var argument in node.Arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
        {
            text.Append(argument.Name.Value).Append(':');
            ValuePrinter.AppendSorted(text, argument.Value);
            text.Append(' ');
        }
        return text.ToString();
    }
}
