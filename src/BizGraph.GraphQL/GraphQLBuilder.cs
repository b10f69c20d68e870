using System.Reflection;
using System.Text.Json;
using BizGraph.GraphQL.Binding;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL;

/// <summary>Collects what a GraphQL endpoint is made from.</summary>
public sealed class GraphQLBuilder
{
    readonly List<Type> _classes = [];
    readonly List<string> _examples = [];
    readonly Dictionary<Type, ScalarBinding> _scalars = [];
    GraphQLOptions _options = new();
    Func<HttpContext, JsonElement, ValueTask<bool>>? _onConnect;

    internal GraphQLBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds all annotated classes of the assembly that calls.</summary>
    public GraphQLBuilder AddTypes() => AddTypes(Assembly.GetCallingAssembly());

    /// <summary>Adds all annotated classes of an assembly.</summary>
    public GraphQLBuilder AddTypes(Assembly assembly)
    {
        _classes.AddRange(assembly.GetTypes().Where(TypeDeclarations.IsAnnotated));
        return this;
    }

    /// <summary>Adds one annotated class.</summary>
    /// <exception cref="SchemaException">The class has none of the annotations.</exception>
    public GraphQLBuilder AddType(Type type)
    {
        if (!TypeDeclarations.IsAnnotated(type))
            throw new SchemaException($"{type} has none of the annotations that make it part of a schema, such as [QueryType].");
        _classes.Add(type);
        return this;
    }

    /// <summary>Adds one annotated class.</summary>
    public GraphQLBuilder AddType<T>() => AddType(typeof(T));

    /// <summary>Changes the limits: <c>WithOptions(options => options with { MaxPageSize = 1_000 })</c>.</summary>
    public GraphQLBuilder WithOptions(Func<GraphQLOptions, GraphQLOptions> change)
    {
        _options = change(_options).Validate();
        return this;
    }

    /// <summary>Makes a C# type an <c>ID</c> wherever it stands, in arguments and in results.</summary>
    /// <param name="write">The identifier's text.</param>
    /// <param name="read">The identifier from a text; throws <see cref="FormatException"/> where it is none.</param>
    public GraphQLBuilder BindId<T>(Func<T, string> write, Func<string, T> read)
        where T : notnull => Bind(Scalars.Id, write, read);

    /// <summary>Makes a C# type a scalar of its own that is written as text.</summary>
    /// <param name="name">The scalar's name.</param>
    /// <param name="write">The value's text.</param>
    /// <param name="read">The value from a text; throws <see cref="FormatException"/> where it is none.</param>
    /// <param name="description">What the text looks like.</param>
    /// <param name="specifiedBy">The address of its specification.</param>
    public GraphQLBuilder BindScalar<T>(
        string name,
        Func<T, string> write,
        Func<string, T> read,
        string? description = null,
        string? specifiedBy = null
    )
        where T : notnull
    {
        var scalar = new TextScalar<string>(name, specifiedBy)
        {
            Description = description,
            Parse = text => text,
            WriteValue = (writer, text) => writer.WriteStringValue(text),
        };
        return Bind(scalar, write, read);
    }

    /// <summary>Decides whether a WebSocket may connect, from its request and the payload of its first message; all may by default.</summary>
    public GraphQLBuilder OnConnect(Func<HttpContext, JsonElement, ValueTask<bool>> check)
    {
        _onConnect = check;
        return this;
    }

    /// <summary>Queries that GraphiQL opens with, each in a tab.</summary>
    public GraphQLBuilder AddExamples(params IEnumerable<string> queries)
    {
        _examples.AddRange(queries);
        return this;
    }

    /// <summary>Adds a filter that sees each field error before it is sent.</summary>
    public GraphQLBuilder AddErrorFilter<T>()
        where T : class, IErrorFilter
    {
        Services.AddSingleton<IErrorFilter, T>();
        return this;
    }

    /// <exception cref="SchemaException">The classes do not make a schema; the message lists everything.</exception>
    internal GraphQLExecutor Build(IServiceProvider services)
    {
        var context = new BindingContext(_options, Services);
        foreach (var (type, binding) in _scalars)
            context.Scalars[type] = binding;
        return new GraphQLExecutor(SchemaFactory.Create(_classes, context), _options, services)
        {
            OnConnect = _onConnect,
            Examples = _examples,
        };
    }

    GraphQLBuilder Bind<T>(ScalarType scalar, Func<T, string> write, Func<string, T> read)
        where T : notnull
    {
        _scalars[typeof(T)] = new ScalarBinding(scalar, value => write((T)value), value => read((string)value));
        return this;
    }
}
