using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>All variable usages are allowed (spec 5.8.5), OneOf fields included (5.6.5).</summary>
sealed class VariablesInAllowedPosition(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        var definitions = new Dictionary<string, VariableDefinitionNode>();
        foreach (var definition in operation.Variables)
            definitions[definition.Variable.Name] = definition;
        foreach (var usage in Context.Usages.Of(operation))
            if (definitions.TryGetValue(usage.Node.Name, out var definition))
                Check(usage, definition);
    }

    void Check(VariableUsage usage, VariableDefinitionNode definition)
    {
        if (usage.Type is null || Schema.TypeOf(definition.Type) is not { } type)
            return;
        var name = usage.Node.Name;
        if (!IsAllowed(type, definition.Default, usage))
            Report(
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".",
                definition,
                usage.Node
            );
        if (usage.Parent is { IsOneOf: true } parent && !type.IsNonNull)
            Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{parent}\".",
                definition,
                usage.Node
            );
    }

    /// <summary>IsVariableUsageAllowed.</summary>
    static bool IsAllowed(GraphType variable, ValueNode? variableDefault, VariableUsage usage)
    {
        if (usage.Type is not NonNullType expected || variable.IsNonNull)
            return AreCompatible(variable, usage.Type!);
        var hasDefault = variableDefault is not (null or NullValueNode) || usage.HasDefault;
        return hasDefault && AreCompatible(variable, expected.Inner);
    }

    /// <summary>AreTypesCompatible.</summary>
    static bool AreCompatible(GraphType variable, GraphType expected) =>
        (variable, expected) switch
        {
            (NonNullType x, NonNullType y) => AreCompatible(x.Inner, y.Inner),
            (_, NonNullType) => false,
            (NonNullType x, _) => AreCompatible(x.Inner, expected),
            (ListType x, ListType y) => AreCompatible(x.Item, y.Item),
            _ => ReferenceEquals(variable, expected),
        };
}
