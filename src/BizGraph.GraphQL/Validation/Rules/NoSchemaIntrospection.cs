using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Refuses introspection, where a host switched it off.</summary>
sealed class NoSchemaIntrospection(ValidationContext context) : Rule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition?.Type.Named.IsIntrospection == true)
            Report(
                $"GraphQL introspection has been disabled, but the requested query contained the field \"{field.Name.Value}\".",
                field
            );
    }
}
