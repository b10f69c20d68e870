using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragments on object, interface or union types (spec 5.5.1.3).</summary>
sealed class FragmentsOnCompositeTypes(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment, CompositeType? parent)
    {
        if (IsLeaf(fragment.TypeCondition))
            Report($"Fragment cannot condition on non composite type \"{fragment.TypeCondition}\".", fragment.TypeCondition!);
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        if (IsLeaf(fragment.TypeCondition))
            Report(
                $"Fragment \"{fragment.Name.Value}\" cannot condition on non composite type \"{fragment.TypeCondition}\".",
                fragment.TypeCondition
            );
    }

    bool IsLeaf(NamedTypeNode? condition) =>
        condition is not null && Schema.Type(condition.Name) is { } type and not CompositeType;
}
