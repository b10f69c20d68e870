using System.Reflection;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Makes a C# object from a coerced input object: through its constructor, then through its setters.</summary>
sealed class InputObjectFactory
{
    readonly ConstructorInfo? _constructor;
    readonly Type _type;
    readonly (ParameterInfo Parameter, int Field)[] _parameters;
    readonly (PropertyInfo Property, int Field)[] _setters;
    readonly Func<object?, object?>[] _converters;

    public InputObjectFactory(BindingContext context, ConstructorInfo? constructor, PropertyInfo[] properties)
    {
        _constructor = constructor;
        _type = properties.Length > 0 ? properties[0].ReflectedType! : typeof(object);
        _parameters = [.. (constructor?.GetParameters() ?? []).Select(parameter => (parameter, FieldOf(parameter, properties)))];
        var taken = _parameters.Select(pair => pair.Field).ToHashSet();
        _setters = [.. properties.Select((property, field) => (property, field)).Where(pair => !taken.Contains(pair.field))];
        _converters = [.. properties.Select(property => Converter(property, context))];
    }

    public static bool IsOptional(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    /// <exception cref="CoercionException">A value does not fit its C# type, or the constructor refused it.</exception>
    public object Create(InputObject input)
    {
        try
        {
            var arguments = Array.ConvertAll(_parameters, pair => Value(input, pair.Field, Default(pair.Parameter)));
            var result = _constructor is null
                ? Activator.CreateInstance(_type)!
                : _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
            foreach (var (property, field) in _setters)
                if (input[field] is not Absent)
                    property.SetValue(result, _converters[field](input[field]));
            return result;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new CoercionException(e.Message);
        }
    }

    object? Value(InputObject input, int field, object? otherwise) =>
        input[field] is Absent ? otherwise : _converters[field](input[field]);

    static object? Default(ParameterInfo parameter)
    {
        if (parameter is { HasDefaultValue: true, DefaultValue: { } given })
            return given;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    static Func<object?, object?> Converter(PropertyInfo property, BindingContext context)
    {
        var info = context.Nullability.Create(property);
        if (!IsOptional(property.PropertyType))
            return InputConverters.For(ClrShape.Of(info), context);
        var inner = InputConverters.For(ClrShape.Of(info.GenericTypeArguments[0]), context);
        return value => Activator.CreateInstance(property.PropertyType, inner(value), true);
    }

    static int FieldOf(ParameterInfo parameter, PropertyInfo[] properties) =>
        Array.FindIndex(properties, property => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase));
}
