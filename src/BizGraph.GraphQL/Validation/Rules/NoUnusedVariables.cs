using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>All variables used (spec 5.8.4).</summary>
sealed class NoUnusedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveOperation(OperationDefinitionNode operation)
    {
        var used = Context.Usages.Of(operation).Select(usage => usage.Node.Name).ToHashSet();
        var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
        foreach (var variable in operation.Variables)
            if (!used.Contains(variable.Variable.Name))
                Report($"Variable \"${variable.Variable.Name}\" is never used{where}.", variable);
    }
}
