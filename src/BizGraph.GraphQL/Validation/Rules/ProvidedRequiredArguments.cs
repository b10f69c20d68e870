using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Required arguments (spec 5.4.3).</summary>
sealed class ProvidedRequiredArguments(ValidationContext context) : Rule(context)
{
    public override void LeaveField(FieldNode field, FieldDefinition? definition)
    {
        foreach (var missing in Missing(definition?.Arguments, field.Arguments))
            Report(
                $"Field \"{field.Name.Value}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.",
                field
            );
    }

    public override void LeaveDirective(DirectiveNode directive, DirectiveDefinition? definition)
    {
        foreach (var missing in Missing(definition?.Arguments, directive.Arguments))
            Report(
                $"Directive \"@{directive.Name.Value}\" argument \"{missing.Name}\" of type \"{missing.Type}\" is required, but it was not provided.",
                directive
            );
    }

    static IEnumerable<InputValue> Missing(IReadOnlyList<InputValue>? definitions, ArgumentNode[] given) =>
        (definitions ?? []).Where(definition =>
            definition.IsRequired && !Array.Exists(given, argument => argument.Name.Value == definition.Name)
        );
}
