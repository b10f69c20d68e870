using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation;

/// <summary>One use of a variable: the type that its place expects, and what else decides whether it may stand there.</summary>
/// <param name="Node">The use.</param>
/// <param name="Type">The expected type; null where it is unknown.</param>
/// <param name="Parent">The input object that it is a field of.</param>
/// <param name="HasDefault">Whether the place has a default value of its own.</param>
readonly record struct VariableUsage(VariableNode Node, GraphType? Type, InputObjectType? Parent, bool HasDefault);

/// <summary>Collects the uses of variables per definition, before the rules run.</summary>
sealed class VariableUsages(ValidationContext context) : Rule(context)
{
    readonly Dictionary<DefinitionNode, List<VariableUsage>> _usages = [];
    List<VariableUsage> _current = [];

    /// <summary>The uses in an operation and in all fragments that it leads to.</summary>
    public IEnumerable<VariableUsage> Of(OperationDefinitionNode operation) =>
        _usages[operation]
            .Concat(Context.FragmentsOf(operation).SelectMany(fragment => _usages.GetValueOrDefault(fragment) ?? []));

    public override void EnterOperation(OperationDefinitionNode operation) => _current = _usages[operation] = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment) => _current = _usages[fragment] = [];

    public override void EnterValue(ValueNode value, GraphType? type, InputValue? definition) =>
        Collect(value, type, null, definition?.Default is not null);

    void Collect(ValueNode value, GraphType? type, InputObjectType? parent, bool hasDefault)
    {
        switch (value)
        {
            case VariableNode variable:
                _current.Add(new VariableUsage(variable, type, parent, hasDefault));
                break;
            case ListValueNode list:
                var itemType = type?.Nullable is ListType listType ? listType.Item : type?.Nullable;
                foreach (var item in list.Items)
                    Collect(item, itemType, null, false);
                break;
            case ObjectValueNode node:
                var input = type?.Named as InputObjectType;
                foreach (var field in node.Fields)
                {
                    var definition = input?.Field(field.Name.Value);
                    Collect(field.Value, definition?.Type, input, definition?.Default is not null);
                }
                break;
        }
    }
}
