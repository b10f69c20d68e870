using System.Globalization;
using System.Reflection;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>The <c>Node</c> interface and the fields <c>node</c> and <c>nodes</c> (the global object identification specification).</summary>
sealed class NodeBinder(BindingContext context, TypeDeclarations declarations, FieldBinder fields)
{
    readonly InterfaceType _node = new("Node") { Description = "An object that its id finds again." };
    readonly Dictionary<string, AsyncResolver> _resolvers = [];

    /// <summary>Makes each class with <c>[Node]</c> a node; to be called once the object types have their fields.</summary>
    public void Bind()
    {
        _node.SetFields([new FieldDefinition("id", new NonNullType(Scalars.Id)) { Description = "Unique among all types." }]);
        foreach (
            var (clr, type) in declarations
                .Types.Where(pair => pair.Value is ObjectType)
                .OrderBy(pair => pair.Value.Name, StringComparer.Ordinal)
        )
        foreach (var by in declarations.ExtensionsOf(clr).Where(by => by.IsDefined(typeof(NodeAttribute))))
            Bind((ObjectType)type, by);
    }

    /// <summary>The fields of <c>Query</c>; none where there are no nodes.</summary>
    public IEnumerable<FieldDefinition> RootFields()
    {
        if (_resolvers.Count == 0)
            yield break;
        yield return new FieldDefinition("node", _node)
        {
            Description = "The object with an id; null where there is none.",
            Arguments = [new InputValue("id", new NonNullType(Scalars.Id)) { Description = "The object's id." }],
            ResolveAsync = (_, arguments, request) => FindAsync((string)arguments[0]!, request),
        };
        yield return new FieldDefinition("nodes", new NonNullType(new ListType(_node)))
        {
            Description = "The objects with some ids, in their order; null where there is none.",
            Arguments =
            [
                new InputValue("ids", new NonNullType(new ListType(new NonNullType(Scalars.Id))))
                {
                    Description = "The objects' ids.",
                },
            ],
            ListSize = new ListSize(context.Options.MaxPageSize, [], []),
            ResolveAsync = async (_, arguments, request) =>
            {
                var ids = (object?[])arguments[0]!;
                if (ids.Length > context.Options.MaxPageSize)
                    throw new GraphQLException($"`ids` has {ids.Length} items, expected at most {context.Options.MaxPageSize}.");
                return await Task.WhenAll(ids.Select(id => FindAsync((string)id!, request).AsTask())).ConfigureAwait(false);
            },
        };
    }

    void Bind(ObjectType type, Type by)
    {
        var method = by.GetMethods().FirstOrDefault(candidate => candidate.IsDefined(typeof(NodeResolverAttribute)));
        if (method is null || type.Field("id") is not { } id)
        {
            context.Problems.Add($"{by} is a [Node], which needs a method with [NodeResolver] and a field `id`");
            return;
        }
        type.Interfaces = [.. type.Interfaces, _node];
        type.SetFields([.. type.Fields.Select(field => field == id ? Global(type, id) : field)]);
        _resolvers[type.Name] = ResolverOf(method);
    }

    AsyncResolver ResolverOf(MethodInfo method)
    {
        var field = fields.Bind(method, null);
        var isNumber = ReferenceEquals(field.Arguments[0].Type.Named, Scalars.Int);
        return (parent, arguments, request) =>
        {
            var id = (string)arguments[0]!;
            object?[] own = [isNumber && int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : id];
            return field.Resolve is { } now
                ? new ValueTask<object?>(now(parent, own, request))
                : field.ResolveAsync!(parent, own, request);
        };
    }

    static FieldDefinition Global(ObjectType type, FieldDefinition id)
    {
        var resolve = id.Resolve ?? throw new SchemaException($"{type}.id has to answer at once.");
        return new FieldDefinition(id.Name, new NonNullType(Scalars.Id))
        {
            Description = id.Description,
            Resolve = (parent, arguments, request) =>
                GlobalIds.Encode(type.Name, (string)Scalars.Id.Serialize(resolve(parent, arguments, request)!)),
        };
    }

    ValueTask<object?> FindAsync(string text, RequestContext request)
    {
        var (type, id) = GlobalIds.Decode(text);
        return _resolvers.TryGetValue(type, out var resolve) ? resolve(null, [id], request) : default;
    }
}
