namespace BizGraph.GraphQL;

/// <summary>The parameter takes the object that the field is on.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter is taken from the services, also where its type is not registered when the schema is built.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>The field, argument or input field is of type <c>ID</c> (or a list of it).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class IDAttribute : Attribute;

/// <summary>The name in the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name in the schema.</summary>
    public string Name { get; } = name;
}

/// <summary>The description in the schema; without it the XML doc summary is taken.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description in the schema.</summary>
    public string Description { get; } = description;
}

/// <summary>The member is not in the schema.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The field, argument, input field or enum value is deprecated. <see cref="ObsoleteAttribute"/> does the same.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class GraphQLDeprecatedAttribute(string reason) : Attribute
{
    /// <summary>Why, and what to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>
/// What a field costs, in place of 1 for objects and 0 for leaf values; what giving an argument adds to its field's cost, in place of 0;
/// or what each object of a type counts, in place of 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight, 0 or more.</summary>
    public double Weight { get; } =
        weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weight), weight, "A cost is 0 or more.");
}

/// <summary>How long the field's list can get, for the cost.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The most items where no slicing argument says a number.</summary>
    public int AssumedSize { get; init; } = 1;

    /// <summary>Names of the arguments that bound the length.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>Fields of the result that hold the lists; empty where the field itself is the list.</summary>
    public string[] SizedFields { get; init; } = [];
}

/// <summary>
/// The field answers pages: it gets <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>, and its type is a connection. The method
/// returns a <see cref="Connection{T}"/> that it cut itself (with a <see cref="PagingArguments"/> parameter), or the whole list.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Items of a page where the request says no number; 0 for the endpoint's (10).</summary>
    public int DefaultPageSize { get; init; }

    /// <summary>The most items of a page; 0 for the endpoint's (50).</summary>
    public int MaxPageSize { get; init; }

    /// <summary>Whether the connection has <c>totalCount</c>.</summary>
    public bool IncludeTotalCount { get; init; }

    /// <summary>The name of the connection and edge types, without <c>Connection</c>; by default the field's.</summary>
    public string? ConnectionName { get; init; }
}

/// <summary>
/// The method answers the field for many objects in one call: its <c>[Parent]</c> parameter is a list of them, and it returns a list with
/// one value for each, in their order.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchResolverAttribute : Attribute;
