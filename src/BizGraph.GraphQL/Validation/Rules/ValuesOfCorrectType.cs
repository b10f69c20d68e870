using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Values of correct type (spec 5.6.1), with input field names (5.6.2) and required input fields (5.6.4).</summary>
sealed class ValuesOfCorrectType(ValidationContext context) : Rule(context)
{
    public override void EnterValue(ValueNode value, GraphType? type, InputValue? definition)
    {
        if (type is not null)
            Check(value, type);
    }

    void Check(ValueNode value, GraphType type)
    {
        if (value is VariableNode)
            return;
        if (value is NullValueNode)
        {
            if (type.IsNonNull)
                Report($"Expected value of type \"{type}\", found null.", value);
            return;
        }
        switch (type.Nullable)
        {
            case ListType list when value is ListValueNode items:
                foreach (var item in items.Items)
                    Check(item, list.Item);
                break;
            case ListType list:
                Check(value, list.Item);
                break;
            case InputObjectType input when value is ObjectValueNode node:
                Check(node, input);
                break;
            case LeafType leaf:
                CheckLeaf(value, leaf);
                break;
            default:
                Report($"Expected value of type \"{type}\", found {ValuePrinter.Print(value)}.", value);
                break;
        }
    }

    void CheckLeaf(ValueNode value, LeafType type)
    {
        try
        {
            type.ParseLiteral(value, null);
        }
        catch (CoercionException e)
        {
            Report(e.Message, value);
        }
    }

    void Check(ObjectValueNode node, InputObjectType type)
    {
        foreach (var field in type.Fields)
            if (field.IsRequired && node.Field(field.Name) is null)
                Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node);
        if (type.IsOneOf)
            CheckOneOf(node, type);
        foreach (var field in node.Fields)
        {
            if (type.Field(field.Name.Value) is { } definition)
                Check(field.Value, definition.Type);
            else
                ReportUnknown(field, type);
        }
    }

    void CheckOneOf(ObjectValueNode node, InputObjectType type)
    {
        if (node.Fields.Length != 1)
            Report($"OneOf Input Object \"{type}\" must specify exactly one key.", node);
        else if (node.Fields[0].Value is NullValueNode)
            Report($"Field \"{type}.{node.Fields[0].Name.Value}\" must be non-null.", node);
    }

    void ReportUnknown(ObjectFieldNode field, InputObjectType type)
    {
        var name = field.Name.Value;
        var hint = Suggestions.Sentence(null, Suggestions.For(name, type.Fields.Select(known => known.Name)));
        Report($"Field \"{name}\" is not defined by type \"{type}\".{hint}", field);
    }
}
