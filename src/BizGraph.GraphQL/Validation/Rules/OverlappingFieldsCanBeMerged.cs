using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Field selection merging (spec 5.3.2): fields with one response name have to be the same field, with the same answer.</summary>
sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : Rule(context)
{
    readonly MergeConflicts _conflicts = new(context);

    public override void EnterSelectionSet(SelectionSetNode set, CompositeType? parent)
    {
        if (_conflicts.IsExhausted)
            return;
        foreach (var conflict in _conflicts.Within(set, parent))
            Report(
                $"Fields \"{conflict.ResponseName}\" conflict because {conflict.Reason}. "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Left.Concat(conflict.Right)
            );
        if (_conflicts.IsExhausted)
            Report($"Comparing overlapping fields takes more than {Context.Options.MaxMergeComparisons} steps.", set);
    }
}
