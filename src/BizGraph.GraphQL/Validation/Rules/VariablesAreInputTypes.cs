using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Variables are input types (spec 5.8.2).</summary>
sealed class VariablesAreInputTypes(ValidationContext context) : Rule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (Schema.TypeOf(definition.Type) is { IsInput: false })
            Report($"Variable \"${definition.Variable.Name}\" cannot be non-input type \"{definition.Type}\".", definition.Type);
    }
}
