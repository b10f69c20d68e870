using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragment spread is possible (spec 5.5.2.3).</summary>
sealed class PossibleFragmentSpreads(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment, CompositeType? parent)
    {
        if (Context.Composite(fragment.TypeCondition) is { } type && parent is not null && !Schema.Overlap(type, parent))
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
    }

    public override void EnterSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        var name = spread.Name.Value;
        if (
            Context.Composite(Document.Fragment(name)?.TypeCondition) is { } type
            && parent is not null
            && !Schema.Overlap(type, parent)
        )
            Report(
                $"Fragment \"{name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                spread
            );
    }
}
