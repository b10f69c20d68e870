using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Directives are defined (spec 5.7.1) and in valid locations (5.7.2).</summary>
sealed class KnownDirectives(ValidationContext context) : Rule(context)
{
    public override void EnterDirectives(DirectiveNode[] directives, string location)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            var locations = LocationsOf(name);
            if (locations is null)
                Report($"Unknown directive \"@{name}\".", directive);
            else if (!locations.Contains(location))
                Report($"Directive \"@{name}\" may not be used on {location}.", directive);
        }
    }

    IReadOnlyList<string>? LocationsOf(string name) =>
        Document.Definitions.OfType<DirectiveDefinitionNode>().LastOrDefault(definition => definition.Name == name)?.Locations
        ?? Schema.Directive(name)?.Locations;
}
