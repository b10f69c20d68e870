using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using BizGraph.GraphQL.Validation;

namespace BizGraph.GraphQL.Tests.Validation;

/// <summary>Refuses what is deprecated: graphql-js's custom rule of that name, which the corpus of validations has cases for.</summary>
sealed class NoDeprecated(ValidationContext context) : Rule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition)
    {
        if (definition?.DeprecationReason is { } reason)
            Report($"The field {parent}.{field.Name.Value} is deprecated. {reason}", field);
    }

    public override void EnterArgument(ArgumentNode argument, InputValue? definition, ArgumentOwner owner)
    {
        if (definition?.DeprecationReason is not { } reason)
            return;
        var where = owner.Directive is { } directive
            ? $"Directive \"@{directive.Name.Value}\""
            : $"Field \"{owner.Parent}.{owner.Field!.Name.Value}\"";
        Report($"{where} argument \"{definition.Name}\" is deprecated. {reason}", argument);
    }

    public override void EnterValue(ValueNode value, GraphType? type, InputValue? definition)
    {
        if (type is not null)
            Check(value, type);
    }

    void Check(ValueNode value, GraphType type)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items)
                    Check(item, type.Nullable is ListType inner ? inner.Item : type);
                break;
            case EnumValueNode name when type.Named is EnumType known:
                if (known.Members.FirstOrDefault(member => member.Name == name.Name)?.DeprecationReason is { } reason)
                    Report($"The enum value \"{known}.{name.Name}\" is deprecated. {reason}", value);
                break;
            case ObjectValueNode node when type.Named is InputObjectType input:
                foreach (var field in node.Fields)
                    Check(field, input);
                break;
        }
    }

    void Check(ObjectFieldNode node, InputObjectType input)
    {
        if (input.Field(node.Name.Value) is not { } field)
            return;
        if (field.DeprecationReason is not null)
            Report($"The input field {input}.{field.Name} is deprecated. {field.DeprecationReason}", node);
        Check(node.Value, field.Type);
    }
}
