using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragment name uniqueness (spec 5.5.1.1).</summary>
sealed class UniqueFragmentNames(ValidationContext context) : Rule(context)
{
    readonly Dictionary<string, NameNode> _names = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_names.TryAdd(name.Value, name))
            Report($"There can be only one fragment named \"{name.Value}\".", _names[name.Value], name);
    }
}
