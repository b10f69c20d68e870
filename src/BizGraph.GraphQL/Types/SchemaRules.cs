namespace BizGraph.GraphQL.Types;

/// <summary>What a schema has to keep (spec 3.3 to 3.13), as far as C# classes can break it.</summary>
static class SchemaRules
{
    public static IEnumerable<string> Check(Schema schema) =>
        schema.Types.Where(type => !type.IsIntrospection).SelectMany(type => Names(type).Concat(Members(type)));

    static IEnumerable<string> Names(NamedType type)
    {
        foreach (var name in AllNames(type))
            if (name.StartsWith("__", StringComparison.Ordinal))
                yield return $"The name {name} of {type} begins with two underscores, which introspection keeps for itself";
            else if (
                name.Length == 0
                || !Language.Characters.IsNameStart(name[0])
                || !name.All(c => Language.Characters.IsNameContinue(c))
            )
                yield return $"The name {name} of {type} is no GraphQL name";
    }

    static IEnumerable<string> AllNames(NamedType type) =>
        type switch
        {
            FieldsType fields => fields
                .Fields.SelectMany(field => field.Arguments.Select(argument => argument.Name).Append(field.Name))
                .Append(type.Name),
            EnumType members => members.Members.Select(member => member.Name).Append(type.Name),
            InputObjectType input => input.Fields.Select(field => field.Name).Append(type.Name),
            _ => [type.Name],
        };

    static IEnumerable<string> Members(NamedType type) =>
        type switch
        {
            ObjectType known => known.Interfaces.SelectMany(contract => Implements(known, contract)),
            UnionType { Members.Count: 0 } => [$"The union {type} has no members"],
            EnumType { Members.Count: 0 } => [$"The enum {type} has no values"],
            InputObjectType { IsOneOf: true } input => input
                .Fields.Where(field => field.Type.IsNonNull || field.Default is not null)
                .Select(field => $"The field {field.Name} of the OneOf input {type} has to be nullable and without a default"),
            _ => [],
        };

    /// <summary>IsValidImplementation (spec 3.6).</summary>
    static IEnumerable<string> Implements(ObjectType type, InterfaceType contract)
    {
        foreach (var expected in contract.Fields)
        {
            if (type.Field(expected.Name) is not { } field)
                yield return $"{type} implements {contract} but has no field {expected.Name}";
            else if (!IsSubtype(field.Type, expected.Type))
                yield return $"{type}.{field.Name} is {field.Type}, but {contract}.{expected.Name} is {expected.Type}";
            else if (
                expected.Arguments.Any(argument =>
                    field.Argument(argument.Name) is not { } own || !GraphType.Same(own.Type, argument.Type)
                )
            )
                yield return $"{type}.{field.Name} does not have the arguments of {contract}.{expected.Name}";
        }
    }

    static bool IsSubtype(GraphType type, GraphType expected) =>
        (type, expected) switch
        {
            (NonNullType x, NonNullType y) => IsSubtype(x.Inner, y.Inner),
            (NonNullType x, _) => IsSubtype(x.Inner, expected),
            (ListType x, ListType y) => IsSubtype(x.Item, y.Item),
            (ObjectType x, InterfaceType y) => x.Interfaces.Contains(y),
            (ObjectType x, UnionType y) => y.Members.Contains(x),
            _ => ReferenceEquals(type, expected),
        };
}
