using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Input object field uniqueness (spec 5.6.3).</summary>
sealed class UniqueInputFieldNames(ValidationContext context) : Rule(context)
{
    public override void EnterValue(ValueNode value, GraphType? type, InputValue? definition) => Check(value);

    void Check(ValueNode value)
    {
        if (value is ListValueNode list)
            foreach (var item in list.Items)
                Check(item);
        if (value is not ObjectValueNode input)
            return;
        var names = new Dictionary<string, NameNode>();
        foreach (var field in input.Fields)
        {
            if (!names.TryAdd(field.Name.Value, field.Name))
                Report($"There can be only one input field named \"{field.Name.Value}\".", names[field.Name.Value], field.Name);
            Check(field.Value);
        }
    }
}
