using System.Collections;
using System.Reflection;

namespace BizGraph.GraphQL.Binding;

/// <summary>A C# type with what its annotations say about null, seen as a list or a single value.</summary>
/// <param name="Type">The type, without <c>Nullable</c>.</param>
/// <param name="IsNullable">Whether null may stand for it.</param>
/// <param name="Item">The items' shape where it is a list.</param>
/// <param name="Declared">The type as written.</param>
sealed record ClrShape(Type Type, bool IsNullable, ClrShape? Item, Type Declared)
{
    public static ClrShape Of(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } inner)
            return new ClrShape(inner, true, null, info.Type);
        var isNullable =
            info.ReadState == NullabilityState.Nullable || (info.ReadState == NullabilityState.Unknown && !info.Type.IsValueType);
        return new ClrShape(info.Type, isNullable, ItemOf(info), info.Type);
    }

    /// <summary>The shape of a type that no member tells more about.</summary>
    public static ClrShape Of(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner
            ? new ClrShape(inner, true, null, type)
            : new ClrShape(type, false, null, type);

    static ClrShape? ItemOf(NullabilityInfo info)
    {
        var type = info.Type;
        if (type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(type) && !IsAsyncList(type))
            return null;
        if (info.ElementType is { } element)
            return Of(element);
        if (ItemTypeOf(type) is not { } item)
            return null;
        var known = Array.Find(info.GenericTypeArguments, argument => argument.Type == item);
        return known is null ? Of(item) : Of(known);
    }

    static bool IsAsyncList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    static Type? ItemTypeOf(Type type)
    {
        var list = type.GetInterfaces().Prepend(type).FirstOrDefault(candidate => candidate.IsGenericType && IsList(candidate));
        return list?.GetGenericArguments()[0];
    }

    static bool IsList(Type type) =>
        type.GetGenericTypeDefinition() is var open && (open == typeof(IEnumerable<>) || open == typeof(IAsyncEnumerable<>));
}
