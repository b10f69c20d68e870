using System.Reflection;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Input types from C# types: scalars, enums, lists and input objects.</summary>
sealed class InputBinder(BindingContext context, EnumBinder enums)
{
    readonly Dictionary<Type, InputObjectType> _objects = [];

    public GraphType TypeOf(ClrShape shape, bool isId)
    {
        var type = NullableTypeOf(shape, isId);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    GraphType NullableTypeOf(ClrShape shape, bool isId)
    {
        if (shape.Item is { } item)
            return new ListType(TypeOf(item, isId));
        if (isId)
            return Scalars.Id;
        if (context.Scalars.TryGetValue(shape.Type, out var binding))
            return binding.Scalar;
        if (ScalarTypes.Find(shape.Type) is { } scalar)
            return scalar;
        return shape.Type.IsEnum ? enums.TypeOf(shape.Type) : ObjectOf(shape.Type);
    }

    InputObjectType ObjectOf(Type type)
    {
        if (_objects.TryGetValue(type, out var known))
            return known;
        var input = new InputObjectType(Names.OfInput(type))
        {
            Description = context.Docs.Of(type),
            IsOneOf = type.IsDefined(typeof(OneOfAttribute)),
        };
        _objects.Add(type, input);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.CanWrite
                && property.GetIndexParameters().Length == 0
                && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
            )
            .ToArray();
        if (properties.Length == 0)
            context.Problems.Add(
                $"{type} is used as an input but has no public property that can be set; only input objects and scalars fit here"
            );
        var constructor = Constructor(type, properties);
        input.SetFields([.. properties.Select(property => Field(property, ParameterOf(constructor, property)))]);
        input.Construct = new InputObjectFactory(context, constructor, properties).Create;
        return input;
    }

    InputValue Field(PropertyInfo property, ParameterInfo? parameter)
    {
        var shape = OptionalShape(ClrShape.Of(context.Nullability.Create(property)), property);
        var type = TypeOf(shape, BindingContext.IsId(property) || (parameter is not null && BindingContext.IsId(parameter)));
        return new InputValue(property.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Names.CamelCase(property.Name), type)
        {
            Description = context.Docs.Of(property),
            DeprecationReason = BindingContext.DeprecationOf(property),
            Default = parameter is { HasDefaultValue: true, DefaultValue: not null }
                ? LiteralWriter.Of(parameter.DefaultValue, type)
                : null,
        };
    }

    /// <summary><c>Optional&lt;T&gt;</c> is a nullable field of T.</summary>
    ClrShape OptionalShape(ClrShape shape, PropertyInfo property)
    {
        if (!InputObjectFactory.IsOptional(shape.Type))
            return shape;
        var inner = context.Nullability.Create(property).GenericTypeArguments[0];
        return ClrShape.Of(inner) with { IsNullable = true };
    }

    /// <summary>The constructor that takes the most of the properties, as a record's does.</summary>
    static ConstructorInfo? Constructor(Type type, PropertyInfo[] properties) =>
        type.GetConstructors()
            .Where(candidate =>
                candidate.GetParameters().All(parameter => Array.Exists(properties, property => Matches(parameter, property)))
            )
            .MaxBy(candidate => candidate.GetParameters().Length);

    static ParameterInfo? ParameterOf(ConstructorInfo? constructor, PropertyInfo property) =>
        constructor?.GetParameters().FirstOrDefault(parameter => Matches(parameter, property));

    static bool Matches(ParameterInfo parameter, PropertyInfo property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
        && parameter.ParameterType == property.PropertyType;
}
