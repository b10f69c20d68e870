using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Lone anonymous operation (spec 5.2.3.1).</summary>
sealed class LoneAnonymousOperation(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && Document.Operations.Length > 1)
            Report("This anonymous operation must be the only defined operation.", operation);
    }
}
