using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using BizGraph.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Binding;

/// <summary>What a resolver was compiled to; services come as a parameter of their own, since a scope may stand behind them.</summary>
delegate object? CompiledResolver(object? parent, object?[] arguments, RequestContext request, IServiceProvider services);

/// <inheritdoc cref="CompiledResolver"/>
delegate ValueTask<object?> CompiledAsyncResolver(
    object? parent,
    object?[] arguments,
    RequestContext request,
    IServiceProvider services
);

/// <summary>Compiles members of C# classes to resolvers.</summary>
static class ResolverCompiler
{
    static readonly ParameterExpression[] Parameters =
    [
        ParameterBinder.Parent,
        ParameterBinder.Arguments,
        ParameterBinder.Request,
        ParameterBinder.Services,
    ];

    /// <summary>What a member gives when it is done: T of a task, the member's own type otherwise.</summary>
    public static bool IsAsync(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>));

    /// <param name="call">The member's value.</param>
    /// <param name="isScoped">Whether the call needs a service scope of its own.</param>
    /// <param name="finish">Applied to the answer; null for nothing.</param>
    public static (Resolver? Now, AsyncResolver? Later) Compile(
        Expression call,
        bool isScoped,
        Func<object?, object?[], object?>? finish
    )
    {
        if (IsAsync(call.Type))
            return (null, CompileAsync(call, isScoped, finish));
        var compiled = Expression.Lambda<CompiledResolver>(Expression.Convert(call, typeof(object)), Parameters).Compile();
        if (isScoped)
            return (null, InScope((p, a, r, s) => new ValueTask<object?>(Finish(finish, compiled(p, a, r, s), a))));
        if (finish is null)
            return ((p, a, r) => compiled(p, a, r, r.Services), null);
        return ((p, a, r) => finish(compiled(p, a, r, r.Services), a), null);
    }

    /// <summary>A subscription's source: the member's stream, its events seen as objects, behind the member's access rules.</summary>
    public static Func<object?, object?[], RequestContext, IAsyncEnumerable<object?>> CompileStream(
        Expression call,
        AuthorizeAttribute[] rules
    )
    {
        var type = call.Type.GetGenericArguments()[0];
        var method = typeof(ResolverCompiler)
            .GetMethod(nameof(AsObjects), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type);
        var body = Expression.Convert(
            Expression.Call(method, call, Expression.Default(typeof(CancellationToken))),
            typeof(object)
        );
        var compiled = Expression.Lambda<CompiledResolver>(body, Parameters).Compile();
        return (_, arguments, request) => FollowAsync(compiled, rules, arguments, request);
    }

    /// <summary>The stream has a service scope of its own, which lives as long as it.</summary>
    static async IAsyncEnumerable<object?> FollowAsync(
        CompiledResolver open,
        AuthorizeAttribute[] rules,
        object?[] arguments,
        RequestContext request,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await AccessRules.CheckAsync(rules, null, request).ConfigureAwait(false);
        await using var scope = request.Services.CreateAsyncScope();
        var stream = (IAsyncEnumerable<object?>)open(null, arguments, request, scope.ServiceProvider)!;
        await foreach (var item in stream.WithCancellation(cancellation).ConfigureAwait(false))
            yield return item;
    }

    static async IAsyncEnumerable<object?> AsObjects<T>(
        IAsyncEnumerable<T> stream,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await foreach (var item in stream.WithCancellation(cancellation).ConfigureAwait(false))
            yield return item;
    }

    static AsyncResolver CompileAsync(Expression call, bool isScoped, Func<object?, object?[], object?>? finish)
    {
        var type = call.Type.GetGenericArguments()[0];
        var open = call.Type.GetGenericTypeDefinition();
        var adapter =
            open == typeof(Task<>) ? nameof(FromTask)
            : open == typeof(ValueTask<>) ? nameof(FromValueTask)
            : nameof(FromStream);
        var method = typeof(ResolverCompiler)
            .GetMethod(adapter, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type);
        var body =
            open == typeof(IAsyncEnumerable<>)
                ? Expression.Call(method, call, Expression.Property(ParameterBinder.Request, nameof(RequestContext.Cancellation)))
                : Expression.Call(method, call);
        var compiled = Expression.Lambda<CompiledAsyncResolver>(body, Parameters).Compile();
        if (finish is not null)
        {
            var inner = compiled;
            compiled = async (p, a, r, s) => finish(await inner(p, a, r, s).ConfigureAwait(false), a);
        }
        return isScoped ? InScope(compiled) : (p, a, r) => compiled(p, a, r, r.Services);
    }

    static AsyncResolver InScope(CompiledAsyncResolver compiled) =>
        async (parent, arguments, request) =>
        {
            await using var scope = request.Services.CreateAsyncScope();
            return await compiled(parent, arguments, request, scope.ServiceProvider).ConfigureAwait(false);
        };

    static object? Finish(Func<object?, object?[], object?>? finish, object? value, object?[] arguments) =>
        finish is null ? value : finish(value, arguments);

    static ValueTask<object?> FromTask<T>(Task<T>? task)
    {
        if (task is null)
            return default;
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(Task<T> task) => await task.ConfigureAwait(false);
    }

    static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

        static async ValueTask<object?> Await(ValueTask<T> task) => await task.ConfigureAwait(false);
    }

    static async ValueTask<object?> FromStream<T>(IAsyncEnumerable<T>? stream, CancellationToken cancellation)
    {
        if (stream is null)
            return null;
        var items = new List<T>();
        await foreach (var item in stream.WithCancellation(cancellation).ConfigureAwait(false))
            items.Add(item);
        return items;
    }
}
