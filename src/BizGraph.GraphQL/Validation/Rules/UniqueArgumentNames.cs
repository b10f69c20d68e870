using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Argument uniqueness (spec 5.4.2).</summary>
sealed class UniqueArgumentNames(ValidationContext context) : Rule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition) =>
        Check(field.Arguments);

    public override void EnterDirectives(DirectiveNode[] directives, string location)
    {
        foreach (var directive in directives)
            Check(directive.Arguments);
    }

    void Check(ArgumentNode[] arguments)
    {
        if (arguments.Length < 2)
            return;
        foreach (var group in arguments.GroupBy(argument => argument.Name.Value).Where(group => group.Count() > 1))
            Report($"There can be only one argument named \"{group.Key}\".", group.Select(argument => argument.Name));
    }
}
