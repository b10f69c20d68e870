using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Operation name uniqueness (spec 5.2.2.1).</summary>
sealed class UniqueOperationNames(ValidationContext context) : Rule(context)
{
    readonly Dictionary<string, NameNode> _names = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_names.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name.Value}\".", _names[name.Value], name);
    }
}
