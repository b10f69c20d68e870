using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Argument names (spec 5.4.1).</summary>
sealed class KnownArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterArgument(ArgumentNode argument, InputValue? definition, ArgumentOwner owner)
    {
        if (definition is not null)
            return;
        var name = argument.Name.Value;
        if (owner.DirectiveDefinition is { } directive)
            Report($"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{Hint(name, directive.Arguments)}", argument);
        if (owner.Definition is { } field)
            Report(
                $"Unknown argument \"{name}\" on field \"{owner.Parent}.{field.Name}\".{Hint(name, field.Arguments)}",
                argument
            );
    }

    static string Hint(string name, IReadOnlyList<InputValue> known) =>
        Suggestions.Sentence(null, Suggestions.For(name, known.Select(argument => argument.Name)));
}
