using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragment spread type existence (spec 5.5.1.2), and known types of variables (5.8.2).</summary>
sealed class KnownTypeNames(ValidationContext context) : Rule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition) => Check(definition.Type.Named);

    public override void EnterInlineFragment(InlineFragmentNode fragment, CompositeType? parent)
    {
        if (fragment.TypeCondition is not null)
            Check(fragment.TypeCondition);
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment) => Check(fragment.TypeCondition);

    void Check(NamedTypeNode type)
    {
        if (Schema.Type(type.Name) is not null || Document.Definitions.Any(definition => Defines(definition, type.Name)))
            return;
        var hint = Suggestions.Sentence(null, Suggestions.For(type.Name, Schema.Types.Select(known => known.Name)));
        Report($"Unknown type \"{type.Name}\".{hint}", type);
    }

    static bool Defines(DefinitionNode definition, string name) =>
        definition is TypeSystemNode { IsExtension: false } type and not DirectiveDefinitionNode && type.Name == name;
}
