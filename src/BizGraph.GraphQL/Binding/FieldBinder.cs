using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using BizGraph.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Binding;

/// <summary>Fields from the members of annotated classes.</summary>
sealed class FieldBinder(
    BindingContext context,
    ParameterBinder parameters,
    OutputBinder outputs,
    ConnectionBinder connections,
    MutationErrors errors
)
{
    /// <summary>The class's public methods and properties, in the order of the source.</summary>
    public IEnumerable<FieldDefinition> FieldsOf(Type type, Type? parent, bool declaredOnly = false)
    {
        foreach (var member in BoundMembers.Of(type).Where(member => !declaredOnly || member.DeclaringType == type))
            if (Bind(member, parent) is { } field)
                yield return field;
    }

    /// <summary>The streams of a subscription class; a field's value is each event of its stream.</summary>
    public IEnumerable<FieldDefinition> StreamsOf(Type type)
    {
        foreach (var method in BoundMembers.Of(type).OfType<MethodInfo>())
        {
            if (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
                yield return Stream(method);
            else
                context.Problems.Add($"{Where(method)} is a subscription and has to return IAsyncEnumerable");
        }
    }

    FieldDefinition Stream(MethodInfo method)
    {
        var (definitions, call, _) = Call(method, null, null);
        var shape = ClrShape.Of(context.Nullability.Create(method.ReturnParameter).GenericTypeArguments[0]);
        return new FieldDefinition(Names.OfField(method), outputs.TypeOf(shape, BindingContext.IsId(method), Where(method)))
        {
            Description = context.Docs.Of(method),
            Arguments = definitions,
            DeprecationReason = BindingContext.DeprecationOf(method),
            Subscribe = ResolverCompiler.CompileStream(call, AccessRules.Of(method)),
            Resolve = (parent, _, _) => parent,
        };
    }

    FieldDefinition? Bind(MemberInfo member, Type? parent)
    {
        try
        {
            return member is MethodInfo method ? Bind(method, parent) : Bind((PropertyInfo)member);
        }
        catch (SchemaException e)
        {
            context.Problems.Add(e.Message.TrimEnd('.'));
            return null;
        }
    }

    FieldDefinition Bind(PropertyInfo property)
    {
        var target = property.GetMethod!.IsStatic ? null : Expression.Convert(ParameterBinder.Parent, property.DeclaringType!);
        return Make(property, Expression.Property(target, property), context.Nullability.Create(property), [], null, false);
    }

    /// <summary>A method as a field of its own.</summary>
    public FieldDefinition Bind(MethodInfo method, Type? parent)
    {
        if (method.ReturnType == typeof(void) || method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask))
            throw new SchemaException($"{Where(method)} returns nothing; a field has a value.");
        if (method.IsDefined(typeof(BatchResolverAttribute)))
            return BatchResolvers.Bind(method, parent!, Call(method, typeof(object[]), null), context, outputs);
        var limits = LimitsOf(method);
        var (definitions, call, isScoped) = Call(method, parent, limits);
        return Make(method, call, context.Nullability.Create(method.ReturnParameter), definitions, limits, isScoped);
    }

    (List<InputValue> Arguments, MethodCallExpression Call, bool IsScoped) Call(
        MethodInfo method,
        Type? parent,
        PageLimits? limits
    )
    {
        var definitions = new List<InputValue>(limits?.Arguments ?? []);
        var values = new List<Expression>();
        foreach (var parameter in method.GetParameters())
        {
            CheckParent(parameter, parent);
            if (parameters.IsArgument(parameter))
                definitions.Add(parameters.ArgumentOf(parameter));
            values.Add(parameters.ValueOf(parameter, definitions.Count - 1, limits));
        }
        var target = TargetOf(method, parent);
        var isScoped =
            Array.Exists(method.GetParameters(), parameters.IsScoped)
            || (target is MethodCallExpression && context.NeedsScope(target.Type));
        return (definitions, Expression.Call(target, method, values), isScoped);
    }

    static void CheckParent(ParameterInfo parameter, Type? parent)
    {
        if (parameter.Member.IsDefined(typeof(BatchResolverAttribute)))
            return;
        if (parameter.IsDefined(typeof(ParentAttribute)) && (parent is null || !parameter.ParameterType.IsAssignableFrom(parent)))
            throw new SchemaException(
                $"{Where(parameter.Member)} takes {parameter.ParameterType} as its [Parent], but the field is on {parent?.ToString() ?? "a root type"}."
            );
    }

    /// <summary>The object itself, or an instance of the annotated class made from the services.</summary>
    static Expression? TargetOf(MethodInfo method, Type? parent)
    {
        if (method.IsStatic)
            return null;
        var type = method.DeclaringType!;
        if (parent is not null && type.IsAssignableFrom(parent))
            return Expression.Convert(ParameterBinder.Parent, type);
        return Expression.Call(
            typeof(ActivatorUtilities),
            nameof(ActivatorUtilities.GetServiceOrCreateInstance),
            [type],
            ParameterBinder.Services
        );
    }

    PageLimits? LimitsOf(MemberInfo member)
    {
        if (member.GetCustomAttribute<UsePagingAttribute>() is not { } paging)
            return null;
        var most = paging.MaxPageSize > 0 ? paging.MaxPageSize : context.Options.MaxPageSize;
        var usual = paging.DefaultPageSize > 0 ? paging.DefaultPageSize : context.Options.DefaultPageSize;
        return new PageLimits(Math.Min(usual, most), most);
    }

    FieldDefinition Make(
        MemberInfo member,
        Expression call,
        NullabilityInfo returned,
        List<InputValue> arguments,
        PageLimits? limits,
        bool isScoped
    )
    {
        var name = Names.OfField(member);
        var isTask = ResolverCompiler.IsAsync(call.Type) && call.Type.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>);
        var info = isTask ? returned.GenericTypeArguments[0] : returned;
        var (type, finish) = limits is null
            ? (OutputOf(info, member), Conversion(info))
            : ConnectionOf(info, member, name, limits);
        var compiled = ResolverCompiler.Compile(call, isScoped, finish);
        var (now, later) = AccessRules.Apply(AccessRules.Of(member), compiled.Now, compiled.Later);
        if (MutationErrors.Of(member) is { Length: > 0 } declared)
        {
            var kinds = Array.ConvertAll(declared, error => errors.KindOf(error, this));
            type = new NonNullType(MutationErrors.PayloadOf(name, type, kinds));
            (now, later) = (MutationErrors.Catch(kinds, now), MutationErrors.Catch(kinds, later));
        }
        return new FieldDefinition(name, type)
        {
            Description = context.Docs.Of(member),
            Arguments = arguments,
            DeprecationReason = BindingContext.DeprecationOf(member),
            Resolve = now,
            ResolveAsync = later,
            Cost = member.GetCustomAttribute<CostAttribute>()?.Weight,
            ListSize = limits?.ListSize ?? SizeOf(member),
        };
    }

    GraphType OutputOf(NullabilityInfo info, MemberInfo member)
    {
        if (typeof(IConnection).IsAssignableFrom(info.Type))
            throw new SchemaException($"{Where(member)} returns a connection but has no [UsePaging].");
        return outputs.TypeOf(ClrShape.Of(info), BindingContext.IsId(member), Where(member));
    }

    (GraphType, Func<object?, object?[], object?>?) ConnectionOf(
        NullabilityInfo info,
        MemberInfo member,
        string field,
        PageLimits limits
    )
    {
        var paging = member.GetCustomAttribute<UsePagingAttribute>()!;
        var isConnection = typeof(IConnection).IsAssignableFrom(info.Type);
        var item = isConnection
            ? ClrShape.Of(info.GenericTypeArguments[0])
            : ClrShape.Of(info).Item ?? throw new SchemaException($"{Where(member)} has [UsePaging] but returns no list.");
        var name = paging.ConnectionName ?? Names.PascalCase(field);
        var node = outputs.TypeOf(item, BindingContext.IsId(member), Where(member));
        GraphType type = connections.TypeOf(name, node, paging.IncludeTotalCount, Where(member));
        return (
            ClrShape.Of(info).IsNullable ? type : new NonNullType(type),
            isConnection ? null : (value, arguments) => Slice(value, limits.Read(arguments))
        );
    }

    /// <summary>For C# types that the host bound to scalars: their values become what the scalar writes.</summary>
    Func<object?, object?[], object?>? Conversion(NullabilityInfo info)
    {
        var shape = ClrShape.Of(info);
        if (context.Scalars.TryGetValue(shape.Type, out var binding))
            return (value, _) => value is null ? null : binding.Serialize(value);
        if (shape.Item is null || !context.Scalars.TryGetValue(shape.Item.Type, out var items))
            return null;
        return (value, _) =>
            (value as IEnumerable)?.Cast<object?>().Select(item => item is null ? null : items.Serialize(item)).ToList();
    }

    static Connection<object?>? Slice(object? value, PagingArguments page) =>
        value switch
        {
            null => null,
            IReadOnlyList<object?> list => page.Slice(list),
            IEnumerable items => page.Slice([.. items.Cast<object?>()]),
            _ => throw new InvalidOperationException("A paged field answered no list."),
        };

    static ListSize? SizeOf(MemberInfo member) =>
        member.GetCustomAttribute<ListSizeAttribute>() is { } size
            ? new ListSize(size.AssumedSize, size.SlicingArguments, size.SizedFields)
            : null;

    static string Where(MemberInfo member) => $"{member.DeclaringType}.{member.Name}";
}
