using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Leaf field selections (spec 5.3.3).</summary>
sealed class ScalarLeafs(ValidationContext context) : Rule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition is null)
            return;
        var name = field.Name.Value;
        if (definition.Type.Named is LeafType && field.SelectionSet is not null)
            Report(
                $"Field \"{name}\" must not have a selection since type \"{definition.Type}\" has no subfields.",
                field.SelectionSet
            );
        if (definition.Type.Named is CompositeType && field.SelectionSet is null)
            Report(
                $"Field \"{name}\" of type \"{definition.Type}\" must have a selection of subfields. Did you mean \"{name} {{ ... }}\"?",
                field
            );
    }
}
