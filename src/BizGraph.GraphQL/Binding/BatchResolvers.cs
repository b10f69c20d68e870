using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Fields from methods with <c>[BatchResolver]</c>.</summary>
static class BatchResolvers
{
    /// <exception cref="SchemaException">The method does not take a list of parents, or returns none.</exception>
    public static FieldDefinition Bind(
        MethodInfo method,
        Type parent,
        (List<InputValue> Arguments, MethodCallExpression Call, bool IsScoped) bound,
        BindingContext context,
        OutputBinder outputs
    )
    {
        var where = $"{method.DeclaringType}.{method.Name}";
        var listType = typeof(List<>).MakeGenericType(parent);
        var parents = Array.Find(method.GetParameters(), parameter => parameter.IsDefined(typeof(ParentAttribute)));
        if (parents is null || !parents.ParameterType.IsAssignableFrom(listType))
            throw new SchemaException(
                $"{where} is a [BatchResolver] and needs a [Parent] parameter that takes a List<{parent.Name}>."
            );
        var returned = context.Nullability.Create(method.ReturnParameter);
        var shape = ClrShape.Of(ResolverCompiler.IsAsync(method.ReturnType) ? returned.GenericTypeArguments[0] : returned);
        var item = shape.Item ?? throw new SchemaException($"{where} is a [BatchResolver] and has to return a list.");
        var (now, later) = ResolverCompiler.Compile(bound.Call, bound.IsScoped, null);
        AsyncResolver resolve = later ?? ((p, a, r) => new ValueTask<object?>(now!(p, a, r)));
        var (_, guarded) = AccessRules.Apply(AccessRules.Of(method), null, Ask(resolve, listType));
        return new FieldDefinition(Names.OfField(method), outputs.TypeOf(item, BindingContext.IsId(method), where))
        {
            Description = context.Docs.Of(method),
            Arguments = bound.Arguments,
            DeprecationReason = BindingContext.DeprecationOf(method),
            ResolveAsync = guarded,
            Cost = method.GetCustomAttribute<CostAttribute>()?.Weight,
        };
    }

    static AsyncResolver Ask(AsyncResolver resolve, Type listType)
    {
        return (parent, arguments, request) =>
            new ValueTask<object?>(request.BatchOf(resolve, ListOf, arguments).AskAsync(parent));

        object ListOf(List<object?> parents)
        {
            var list = (IList)Activator.CreateInstance(listType, parents.Count)!;
            foreach (var one in parents)
                list.Add(one);
            return list;
        }
    }
}
