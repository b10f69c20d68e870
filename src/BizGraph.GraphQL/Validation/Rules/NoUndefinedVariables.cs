using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>All variable uses defined (spec 5.8.3).</summary>
sealed class NoUndefinedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        var defined = operation.Variables.Select(variable => variable.Variable.Name).ToHashSet();
        var where = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
        foreach (var usage in Context.Usages.Of(operation))
            if (!defined.Contains(usage.Node.Name))
                Report($"Variable \"${usage.Node.Name}\" is not defined{where}.", usage.Node, operation);
    }
}
