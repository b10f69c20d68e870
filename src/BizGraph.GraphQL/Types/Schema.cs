using System.Collections.Frozen;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>A whole schema (spec 3.3): immutable, with what execution and validation look up.</summary>
sealed class Schema
{
    readonly FrozenDictionary<string, NamedType> _types;
    readonly FrozenDictionary<string, DirectiveDefinition> _directives;
    readonly Dictionary<CompositeType, HashSet<ObjectType>> _possible = [];

    public Schema(SchemaParts parts)
    {
        Parts = parts;
        _directives = parts.Directives.ToFrozenDictionary(directive => directive.Name);
        Types = TypeCollector.Collect(parts, Introspection.SchemaField.Type.Named);
        _types = Types.ToFrozenDictionary(type => type.Name);
        ObjectTypes = [.. Types.OfType<ObjectType>()];
        for (var i = 0; i < ObjectTypes.Count; i++)
            ObjectTypes[i].Index = i;
        foreach (var type in Types.OfType<CompositeType>())
            _possible[type] = PossibleOf(type);
    }

    public SchemaParts Parts { get; }

    public string? Description => Parts.Description;

    public ObjectType? Query => Parts.Query;

    public IntrospectionFields Introspection => Parts.Introspection;

    /// <summary>All types by name, in ordinal order.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<ObjectType> ObjectTypes { get; }

    public IReadOnlyList<DirectiveDefinition> Directives => Parts.Directives;

    public NamedType? Type(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? Directive(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? Root(OperationKind kind) =>
        kind switch
        {
            OperationKind.Query => Parts.Query,
            OperationKind.Mutation => Parts.Mutation,
            _ => Parts.Subscription,
        };

    /// <summary>GetPossibleTypes (spec 5.5.2.3): the object itself, a union's members, an interface's implementations.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(CompositeType type) => _possible[type];

    /// <summary>DoesFragmentTypeApply (spec 6.3.2).</summary>
    public bool Applies(ObjectType type, CompositeType condition) =>
        ReferenceEquals(type, condition) || _possible[condition].Contains(type);

    public bool Overlap(CompositeType a, CompositeType b) => ReferenceEquals(a, b) || _possible[a].Overlaps(_possible[b]);

    /// <summary>A field of the type, introspection's own included.</summary>
    public FieldDefinition? Field(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            return name switch
            {
                "__typename" => Introspection.TypenameField,
                "__schema" when ReferenceEquals(type, Query) => Introspection.SchemaField,
                "__type" when ReferenceEquals(type, Query) => Introspection.TypeField,
                _ => (type as FieldsType)?.Field(name),
            };
        return (type as FieldsType)?.Field(name);
    }

    /// <summary>The type that a document's reference names, or null where a name is unknown.</summary>
    public GraphType? TypeOf(TypeNode node) =>
        node switch
        {
            NamedTypeNode named => Type(named.Name),
            ListTypeNode list => TypeOf(list.Item) is { } item ? new ListType(item) : null,
            NonNullTypeNode nonNull => TypeOf(nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
            _ => null,
        };

    HashSet<ObjectType> PossibleOf(CompositeType type) =>
        type switch
        {
            ObjectType one => [one],
            UnionType union => [.. union.Members],
            InterfaceType contract => [.. ObjectTypes.Where(candidate => candidate.Interfaces.Contains(contract))],
            _ => [],
        };
}

/// <summary>What a schema is made from.</summary>
sealed record SchemaParts
{
    public string? Description { get; init; }

    public ObjectType? Query { get; init; }

    public ObjectType? Mutation { get; init; }

    public ObjectType? Subscription { get; init; }

    /// <summary>Types that no field leads to, such as implementations of an interface.</summary>
    public IReadOnlyList<NamedType> Types { get; init; } = [];

    public IReadOnlyList<DirectiveDefinition> Directives { get; init; } = SpecifiedDirectives.All;

    public IntrospectionFields Introspection { get; init; } = new();

    /// <summary>Which object type a value of an abstract type is.</summary>
    public Func<CompositeType, object, ObjectType?> ResolveType { get; init; } = (_, _) => null;
}
