using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Output types from C# types. Objects are those that some class binds; nothing else is exposed.</summary>
sealed class OutputBinder(BindingContext context, EnumBinder enums, TypeDeclarations declarations)
{
    /// <param name="shape">What a member returns.</param>
    /// <param name="isId">Whether it was marked as an identifier.</param>
    /// <param name="where">The member, for the error when the type is not bound.</param>
    public GraphType TypeOf(ClrShape shape, bool isId, string where)
    {
        var type = NullableTypeOf(shape, isId, where);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    GraphType NullableTypeOf(ClrShape shape, bool isId, string where)
    {
        if (declarations.Find(shape.Type) is { } composite)
            return composite;
        if (shape.Item is { } item)
            return new ListType(TypeOf(item, isId, where));
        if (isId)
            return Scalars.Id;
        if (context.Scalars.TryGetValue(shape.Type, out var binding))
            return binding.Scalar;
        if (shape.Type.IsEnum)
            return enums.TypeOf(shape.Type);
        if (ScalarTypes.Find(shape.Type) is { } scalar)
            return scalar;
        context.Problems.Add(
            $"{where} returns {shape.Type}, which no class binds; add a class with [ObjectType<{shape.Type.Name}>]"
        );
        return Scalars.Any;
    }
}
