using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Executable definitions (spec 5.1.1): no type system in a request.</summary>
sealed class ExecutableDefinitions(ValidationContext context) : Rule(context)
{
    public override void EnterDocument()
    {
        foreach (var definition in Document.Definitions.OfType<TypeSystemNode>())
            Report(
                $"The {(definition.Name is null ? "schema" : $"\"{definition.Name}\"")} definition is not executable.",
                definition
            );
    }
}
