using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Operation type existence (spec 5.2.1.1).</summary>
sealed class KnownOperationTypes(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Schema.Root(operation.Kind) is null)
            Report($"The {operation.Kind.ToString().ToLowerInvariant()} operation is not supported by the schema.", operation);
    }
}
