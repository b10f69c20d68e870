using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>
/// Field selection merging (spec 5.3.2): fields with one response name have to be the same field, with the same answer. A fast check
/// gives the verdict; only where it finds a conflict are pairs compared, to tell all of them with their places.
/// </summary>
sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : Rule(context)
{
    MergeConflicts? _conflicts;
    SelectionSetNode? _compared;
    (FieldNode Left, FieldNode Right)? _unreported;

    public override void EnterDocument()
    {
        var check = new MergeCheck(Context);
        _unreported = check.FindConflict();
        if (_unreported is not null)
            _conflicts = new MergeConflicts(Context);
        else if (check.IsExhausted)
            Report($"The selections overlap in more than {Context.Options.MaxMergeComparisons} ways.", Document.Definitions[0]);
    }

    /// <summary>What an inline fragment selects was compared with the set that it stands in.</summary>
    public override void EnterInlineFragment(InlineFragmentNode fragment, CompositeType? parent) =>
        _compared = fragment.SelectionSet;

    public override void EnterSelectionSet(SelectionSetNode set, CompositeType? parent)
    {
        if (ReferenceEquals(set, _compared))
            return;
        foreach (var conflict in _conflicts?.Within(set, parent) ?? [])
            Report(conflict.ResponseName, $" because {conflict.Reason}", conflict.Left.Concat(conflict.Right));
    }

    public override void LeaveDocument()
    {
        if (_unreported is { } pair)
            Report(pair.Left.ResponseName, "", [pair.Left, pair.Right]);
    }

    void Report(string name, string reason, IEnumerable<FieldNode> fields)
    {
        _unreported = null;
        Report(
            $"Fields \"{name}\" conflict{reason}. Use different aliases on the fields to fetch both if this was intentional.",
            fields
        );
    }
}
