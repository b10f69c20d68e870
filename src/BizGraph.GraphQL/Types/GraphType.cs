namespace BizGraph.GraphQL.Types;

/// <summary>A type of the schema, wrapped or named (spec 3.4).</summary>
abstract class GraphType
{
    /// <summary>The type within all wrappers.</summary>
    public NamedType Named
    {
        get
        {
            var type = this;
            while (true)
            {
                if (type is NamedType named)
                    return named;
                type = type is ListType list ? list.Item : ((NonNullType)type).Inner;
            }
        }
    }

    /// <summary>The type without its outer non-null wrapper.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>IsInputType (spec 3.4.2).</summary>
    public bool IsInput => Named is LeafType or InputObjectType;

    /// <summary>IsOutputType (spec 3.4.2).</summary>
    public bool IsOutput => Named is not InputObjectType;

    public static bool Same(GraphType a, GraphType b) =>
        (a, b) switch
        {
            (NonNullType x, NonNullType y) => Same(x.Inner, y.Inner),
            (ListType x, ListType y) => Same(x.Item, y.Item),
            _ => ReferenceEquals(a, b),
        };
}

sealed class ListType(GraphType item) : GraphType
{
    public GraphType Item { get; } = item;

    public override string ToString() => $"[{Item}]";
}

sealed class NonNullType(GraphType inner) : GraphType
{
    public GraphType Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}

abstract class NamedType(string name) : GraphType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>A scalar or an enum.</summary>
abstract class LeafType(string name) : NamedType(name)
{
    /// <summary>Input coercion of a literal (spec 3.5).</summary>
    /// <exception cref="CoercionException">The value does not fit.</exception>
    public abstract object? ParseLiteral(Language.ValueNode value, IReadOnlyDictionary<string, object?>? variables);

    /// <summary>Input coercion of a variable's JSON value.</summary>
    /// <exception cref="CoercionException">The value does not fit.</exception>
    public abstract object? ParseJson(System.Text.Json.JsonElement value);

    /// <summary>Result coercion: what <see cref="Write"/> takes.</summary>
    /// <exception cref="CoercionException">The value does not fit.</exception>
    public abstract object Serialize(object value);

    public abstract void Write(System.Text.Json.Utf8JsonWriter writer, object value);
}

/// <summary>A value that does not fit its type; the message says what was found and what was expected.</summary>
sealed class CoercionException(string message, Language.ValueNode? node = null) : Exception(message)
{
    /// <summary>Where the value stands in the document, where it does.</summary>
    public Language.ValueNode? Node { get; } = node;
}
