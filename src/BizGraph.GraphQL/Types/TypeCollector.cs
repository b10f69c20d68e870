namespace BizGraph.GraphQL.Types;

/// <summary>Finds every type that a schema's roots, directives and extra types lead to.</summary>
static class TypeCollector
{
    /// <returns>The types in ordinal order of their names.</returns>
    public static IReadOnlyList<NamedType> Collect(SchemaParts parts, NamedType introspection)
    {
        var found = new Dictionary<string, NamedType>();
        var waiting = new Stack<NamedType>();
        foreach (var root in Roots(parts).Append(introspection))
            Add(root);
        while (waiting.TryPop(out var type))
            foreach (var reference in References(type))
                Add(reference);
        return [.. found.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];

        void Add(NamedType type)
        {
            if (found.TryAdd(type.Name, type))
                waiting.Push(type);
            else if (!ReferenceEquals(found[type.Name], type))
                throw new SchemaException(
                    $"Two types are named `{type.Name}`; give one of them another name with [GraphQLName]."
                );
        }
    }

    static IEnumerable<NamedType> Roots(SchemaParts parts)
    {
        foreach (var root in new[] { parts.Query, parts.Mutation, parts.Subscription })
            if (root is not null)
                yield return root;
        foreach (var type in parts.Types)
            yield return type;
        foreach (var argument in parts.Directives.SelectMany(directive => directive.Arguments))
            yield return argument.Type.Named;
    }

    static IEnumerable<NamedType> References(NamedType type) =>
        type switch
        {
            FieldsType fields => fields.Fields.SelectMany(References).Concat(fields.Interfaces),
            UnionType union => union.Members,
            InputObjectType input => input.Fields.Select(field => field.Type.Named),
            _ => [],
        };

    static IEnumerable<NamedType> References(FieldDefinition field) =>
        field.Arguments.Select(argument => argument.Type.Named).Append(field.Type.Named);
}
