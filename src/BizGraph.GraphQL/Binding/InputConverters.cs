using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Turns coerced input values into the C# types that resolvers take.</summary>
static class InputConverters
{
    /// <summary>A function from a coerced value (never <see cref="Absent"/>) to the type.</summary>
    public static Func<object?, object?> For(ClrShape shape, BindingContext context)
    {
        if (shape.Item is { } item)
            return List(shape.Type, item, For(item, context));
        if (context.Scalars.TryGetValue(shape.Type, out var binding))
            return value => value is null ? null : Guard(() => binding.Parse(value));
        if (shape.Type.IsEnum || shape.Type == typeof(object))
            return value => value;
        if (shape.Type == typeof(string))
            return value => value is null or string ? value : Convert.ToString(value, CultureInfo.InvariantCulture);
        if (ScalarTypes.Find(shape.Type) is not null)
            return value => value is null || value.GetType() == shape.Type ? value : Guard(() => Change(value, shape.Type));
        if (Parser(shape.Type) is { } parse)
            return value => value is string text ? Guard(() => parse(text)) : Construct(value);
        return Construct;
    }

    static object? Construct(object? value) => value is InputObject input ? input.Type.Construct!(input) : value;

    static object Change(object value, Type type)
    {
        if (type == typeof(Guid))
            return Guid.Parse((string)value);
        if (type == typeof(DateTime))
            return ((DateTimeOffset)value).UtcDateTime;
        return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    /// <summary>For identifiers of a type of their own: its public static <c>Parse(string, IFormatProvider)</c> or a constructor from text.</summary>
    static Func<string, object>? Parser(Type type)
    {
        if (
            type.GetInterfaces()
                .Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IParsable<>))
        )
        {
            var parse = type.GetMethod(
                "Parse",
                BindingFlags.Public | BindingFlags.Static,
                [typeof(string), typeof(IFormatProvider)]
            );
            if (parse is not null)
                return text =>
                    parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text, CultureInfo.InvariantCulture], null)!;
        }
        var constructor = type.GetConstructor([typeof(string)]);
        return constructor is null ? null : text => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [text], null);
    }

    static Func<object?, object?> List(Type type, ClrShape item, Func<object?, object?> convert)
    {
        var finish = ListFinisher(type, item.Declared);
        return value =>
        {
            if (value is not object?[] values)
                return null;
            var array = Array.CreateInstance(item.Declared, values.Length);
            for (var i = 0; i < values.Length; i++)
                array.SetValue(convert(values[i]), i);
            return finish(array);
        };
    }

    static Func<Array, object> ListFinisher(Type type, Type item)
    {
        if (type.IsAssignableFrom(item.MakeArrayType()))
            return array => array;
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(ImmutableArray<>))
        {
            var create = typeof(ImmutableArray)
                .GetMethods()
                .First(method => method.Name == "CreateRange" && method.GetParameters().Length == 1)
                .MakeGenericMethod(item);
            return array => create.Invoke(null, [array])!;
        }
        var concrete =
            generic == typeof(IReadOnlySet<>) || generic == typeof(ISet<>) ? typeof(HashSet<>).MakeGenericType(item) : type;
        var constructor =
            concrete.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item)])
            ?? throw new SchemaException($"{type} cannot take a list; use an array or IReadOnlyList.");
        return array => constructor.Invoke([array]);
    }

    static object Guard(Func<object> convert)
    {
        try
        {
            return convert();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            throw new CoercionException(e.Message);
        }
    }
}
