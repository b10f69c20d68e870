using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>
/// Says whether fields merge (spec 5.3.2, in the form of Adriaensen, "Overlapping fields can be merged fast"). Each merged set is
/// compared with its first field only: shapes over all fields, names and arguments over the fields that can meet on one object.
/// Sets that were seen are not looked at again, so the time is near linear in the document's size.
/// </summary>
sealed class MergeCheck(ValidationContext context)
{
    readonly HashSet<string> _seen = [];
    int _steps;

    /// <summary>The document combines its fragments in more ways than the limit lets count.</summary>
    public bool IsExhausted => _steps > context.Options.MaxMergeComparisons;

    /// <summary>How many selections were looked at.</summary>
    public int Steps => _steps;

    /// <summary>Two fields that cannot be merged; null where there are none, or where the limit was reached.</summary>
    public (FieldNode Left, FieldNode Right)? FindConflict()
    {
        foreach (var (set, type) in Roots())
        {
            var fields = Collect([(set, type)]);
            if ((FindDifferentShape(fields) ?? FindDifferentField(fields)) is { } conflict)
                return conflict;
        }
        return null;
    }

    /// <summary>Operations lead to their fragments; fragments that nothing spreads stand for themselves, and so do cycles.</summary>
    IEnumerable<(SelectionSetNode, CompositeType?)> Roots()
    {
        var reached = new HashSet<FragmentDefinitionNode>();
        foreach (var operation in context.Document.Operations)
        {
            reached.UnionWith(context.FragmentsOf(operation));
            yield return (operation.SelectionSet, context.Schema.Root(operation.Kind));
        }
        foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
            if (!reached.Contains(fragment))
                yield return (fragment.SelectionSet, context.Composite(fragment.TypeCondition));
    }

    (FieldNode, FieldNode)? FindDifferentShape(Dictionary<string, List<SelectedField>> fields)
    {
        foreach (var group in fields.Values)
        {
            var first = group.Find(field => field.Definition is not null);
            foreach (var field in group)
                if (first?.Definition is { } one && field.Definition is { } two && MergeConflicts.Differ(one.Type, two.Type))
                    return (first.Node, field.Node);
            if (Inner(group, 's') is { } inner && FindDifferentShape(inner) is { } conflict)
                return conflict;
        }
        return null;
    }

    (FieldNode, FieldNode)? FindDifferentField(Dictionary<string, List<SelectedField>> fields)
    {
        foreach (var group in fields.Values)
        foreach (var meeting in ThatCanMeet(group))
        {
            foreach (var field in meeting)
                if (field.Node.Name.Value != meeting[0].Node.Name.Value || field.ArgumentsKey != meeting[0].ArgumentsKey)
                    return (meeting[0].Node, field.Node);
            if (Inner(meeting, 'f') is { } inner && FindDifferentField(inner) is { } conflict)
                return conflict;
        }
        return null;
    }

    /// <summary>Fields on different object types never meet; fields on interfaces and unions meet all.</summary>
    static IEnumerable<List<SelectedField>> ThatCanMeet(List<SelectedField> group)
    {
        if (group.Count == 1)
            return [group];
        var byObject = group.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent).ToList();
        var others = group.Where(field => field.Parent is not ObjectType).ToList();
        return byObject.Count == 0 ? [others] : byObject.Select(fields => fields.Concat(others).ToList());
    }

    /// <summary>What is selected below a group of fields; null where nothing is, or where it was seen before.</summary>
    Dictionary<string, List<SelectedField>>? Inner(List<SelectedField> group, char kind)
    {
        var sets = group.Where(field => field.Node.SelectionSet is not null).ToList();
        if (sets.Count == 0 || IsExhausted)
            return null;
        var key =
            $"{kind}{string.Join(' ', sets.Select(field => $"{field.Node.SelectionSet!.Start}{field.InnerType}").Distinct())}";
        return _seen.Add(key) ? Collect(sets.Select(field => (field.Node.SelectionSet!, field.InnerType))) : null;
    }

    Dictionary<string, List<SelectedField>> Collect(IEnumerable<(SelectionSetNode, CompositeType?)> sets)
    {
        var fields = new Dictionary<string, List<SelectedField>>();
        var visited = new HashSet<string>();
        var looked = new HashSet<(SelectionSetNode, CompositeType?)>();
        foreach (var (set, type) in sets)
            if (looked.Add((set, type)))
                Collect(set, type, fields, visited);
        return fields;
    }

    void Collect(
        SelectionSetNode set,
        CompositeType? parent,
        Dictionary<string, List<SelectedField>> fields,
        HashSet<string> visited
    )
    {
        foreach (var selection in set.Selections)
        {
            if (++_steps > context.Options.MaxMergeComparisons)
                return;
            if (selection is FieldNode field)
                Add(fields, new SelectedField(field, parent, (parent as FieldsType)?.Field(field.Name.Value)));
            else if (selection is InlineFragmentNode inline)
                Collect(
                    inline.SelectionSet,
                    inline.TypeCondition is null ? parent : context.Composite(inline.TypeCondition),
                    fields,
                    visited
                );
            else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name.Value))
                if (context.Document.Fragment(spread.Name.Value) is { } fragment)
                    Collect(fragment.SelectionSet, context.Composite(fragment.TypeCondition), fields, visited);
        }
    }

    static void Add(Dictionary<string, List<SelectedField>> fields, SelectedField field)
    {
        if (!fields.TryGetValue(field.Node.ResponseName, out var group))
            fields[field.Node.ResponseName] = group = [];
        group.Add(field);
    }
}
