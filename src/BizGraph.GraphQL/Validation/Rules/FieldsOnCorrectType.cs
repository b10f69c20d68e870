using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Field selections (spec 5.3.1): the field exists on its type.</summary>
sealed class FieldsOnCorrectType(ValidationContext context) : Rule(context)
{
    public override void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition)
    {
        if (parent is null || definition is not null)
            return;
        var name = field.Name.Value;
        var hint = Suggestions.Sentence("to use an inline fragment on", TypesWith(parent, name));
        if (hint.Length == 0 && parent is FieldsType type)
            hint = Suggestions.Sentence(null, Suggestions.For(name, type.Fields.Select(candidate => candidate.Name)));
        Report($"Cannot query field \"{name}\" on type \"{parent}\".{hint}", field);
    }

    /// <summary>Possible types, and interfaces of theirs, that have the field; those that most of them share come first.</summary>
    List<string> TypesWith(CompositeType parent, string field)
    {
        if (parent is ObjectType)
            return [];
        var types = new Dictionary<FieldsType, int>();
        foreach (var type in Schema.PossibleTypes(parent).Where(type => type.Field(field) is not null))
        foreach (var candidate in type.Interfaces.Where(contract => contract.Field(field) is not null).Prepend<FieldsType>(type))
            types[candidate] = types.GetValueOrDefault(candidate) + 1;
        return
        [
            .. types
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .Select(pair => pair.Key.Name),
        ];
    }
}
