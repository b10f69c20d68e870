using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragment spread target defined (spec 5.5.2.1).</summary>
sealed class KnownFragmentNames(ValidationContext context) : Rule(context)
{
    public override void EnterSpread(FragmentSpreadNode spread, CompositeType? parent)
    {
        if (Document.Fragment(spread.Name.Value) is null)
            Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
    }
}
