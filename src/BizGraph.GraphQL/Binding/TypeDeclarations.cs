using System.Reflection;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>The annotated classes of a host, sorted into what they declare.</summary>
sealed class TypeDeclarations
{
    readonly Dictionary<Type, CompositeType> _types = [];
    readonly SortedDictionary<string, List<Type>> _extensions = new(StringComparer.Ordinal);
    readonly BindingContext _context;

    public TypeDeclarations(BindingContext context, IEnumerable<Type> classes)
    {
        _context = context;
        foreach (var type in classes.Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal))
            Declare(type);
    }

    public List<Type> Queries { get; } = [];

    public List<Type> Mutations { get; } = [];

    public List<Type> Subscriptions { get; } = [];

    /// <summary>The composite types with the C# types that they stand for.</summary>
    public IReadOnlyDictionary<Type, CompositeType> Types => _types;

    public void Add(Type type, ObjectType made) => _types.Add(type, made);

    public string? Describe(Type type) => _context.Docs.Of(type);

    public CompositeType? Find(Type type) => _types.GetValueOrDefault(type);

    /// <summary>The classes whose methods are fields of the type.</summary>
    public IReadOnlyList<Type> ExtensionsOf(Type type) => _extensions.GetValueOrDefault(KeyOf(type)) ?? [];

    /// <summary>The object type of a value's class, or of its nearest ancestor that has one.</summary>
    public ObjectType? ObjectOf(Type runtime)
    {
        for (var type = runtime; type is not null; type = type.BaseType)
            if (_types.GetValueOrDefault(type) is ObjectType found)
                return found;
        return null;
    }

    /// <summary>Whether the class carries one of the annotations.</summary>
    public static bool IsAnnotated(Type type) => type.GetCustomAttributes(false).Any(IsDeclaration);

    static bool IsDeclaration(object attribute) =>
        attribute
            is QueryTypeAttribute
                or MutationTypeAttribute
                or SubscriptionTypeAttribute
                or ObjectTypeAttribute
                or InterfaceTypeAttribute
                or UnionTypeAttribute
        || BoundBy(attribute) is not null;

    static Type? BoundBy(object attribute)
    {
        var type = attribute.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ObjectTypeAttribute<>)
            ? type.GetGenericArguments()[0]
            : null;
    }

    void Declare(Type type)
    {
        foreach (var attribute in type.GetCustomAttributes(false))
            switch (attribute)
            {
                case QueryTypeAttribute:
                    Queries.Add(type);
                    break;
                case MutationTypeAttribute:
                    Mutations.Add(type);
                    break;
                case SubscriptionTypeAttribute:
                    Subscriptions.Add(type);
                    break;
                case ObjectTypeAttribute:
                    AddObject(type, type);
                    break;
                case InterfaceTypeAttribute:
                    _types[type] = new InterfaceType(Names.OfType(type))
                    {
                        RuntimeType = type,
                        Description = _context.Docs.Of(type),
                    };
                    break;
                case UnionTypeAttribute:
                    _types[type] = new UnionType(Names.OfType(type)) { Description = _context.Docs.Of(type) };
                    break;
                default:
                    if (BoundBy(attribute) is { } bound)
                        AddObject(bound, type);
                    break;
            }
    }

    void AddObject(Type bound, Type by)
    {
        var name = by.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.OfType(bound);
        if (!_types.ContainsKey(bound))
            _types[bound] = new ObjectType(name) { RuntimeType = bound };
        if (by.GetCustomAttribute<CostAttribute>() is { } cost)
            ((ObjectType)_types[bound]).Cost = cost.Weight;
        _types[bound].Description ??= (bound == by ? null : _context.Docs.Of(by)) ?? _context.Docs.Of(bound);
        if (!_extensions.TryGetValue(KeyOf(bound), out var classes))
            _extensions[KeyOf(bound)] = classes = [];
        classes.Add(by);
    }

    static string KeyOf(Type type) => type.AssemblyQualifiedName!;
}
