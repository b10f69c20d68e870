using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Variable uniqueness (spec 5.8.1).</summary>
sealed class UniqueVariableNames(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        foreach (var group in operation.Variables.GroupBy(variable => variable.Variable.Name).Where(group => group.Count() > 1))
            Report(
                $"There can be only one variable named \"${group.Key}\".",
                group.Select(variable => variable.Variable.NameNode)
            );
    }
}
