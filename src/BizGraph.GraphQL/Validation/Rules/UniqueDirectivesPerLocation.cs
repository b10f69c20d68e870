using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Directives are unique per location (spec 5.7.3), but for repeatable ones.</summary>
sealed class UniqueDirectivesPerLocation(ValidationContext context) : Rule(context)
{
    public override void EnterDirectives(DirectiveNode[] directives, string location)
    {
        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Schema.Directive(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
