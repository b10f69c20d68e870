using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Tests.Sdl;

/// <summary>Builds a schema from SDL for tests. Resolvers come from the function that it is given.</summary>
sealed class SdlSchema
{
    readonly Dictionary<string, NamedType> _types = [];
    readonly IntrospectionFields _introspection = new();
    readonly List<TypeSystemNode> _definitions;
    readonly Func<FieldDefinitionNode, GraphType, Resolver> _resolverFor;
    readonly Func<GraphType, ListSize?> _sizeOf;
    Func<FieldDefinitionNode, GraphType, AsyncResolver?> _lateOf = (_, _) => null;

    SdlSchema(
        DocumentNode document,
        Func<FieldDefinitionNode, GraphType, Resolver> resolverFor,
        Func<GraphType, ListSize?> sizeOf
    )
    {
        _sizeOf = sizeOf;
        _definitions = [.. document.Definitions.OfType<TypeSystemNode>()];
        _resolverFor = resolverFor;
        foreach (var scalar in Scalars.Specified)
            _types.Add(scalar.Name, scalar);
    }

    public static Schema Build(
        string sdl,
        Func<FieldDefinitionNode, GraphType, Resolver>? resolverFor = null,
        Func<CompositeType, object, Schema, ObjectType?>? resolveType = null,
        Func<GraphType, ListSize?>? sizeOf = null,
        Func<FieldDefinitionNode, GraphType, AsyncResolver?>? lateOf = null
    )
    {
        var document = Parser.Parse(sdl, new ParserLimits(Tokens: int.MaxValue, Fields: int.MaxValue));
        var builder = new SdlSchema(document, resolverFor ?? ((_, _) => (_, _, _) => null), sizeOf ?? (_ => null))
        {
            _lateOf = lateOf ?? ((_, _) => null),
        };
        return builder.Create(resolveType);
    }

    Schema Create(Func<CompositeType, object, Schema, ObjectType?>? resolveType)
    {
        foreach (var definition in _definitions)
            if (Declare(definition) is { } type)
                _types[type.Name] = type;
        foreach (var definition in _definitions)
            Fill(definition);
        Schema? schema = null;
        var parts = new SchemaParts
        {
            Query = Root(OperationKind.Query, "Query"),
            Mutation = Root(OperationKind.Mutation, "Mutation"),
            Subscription = Root(OperationKind.Subscription, "Subscription"),
            Types = [.. _types.Values.Where(type => !Scalars.IsSpecified(type))],
            Directives = Directives(),
            Introspection = _introspection,
            ResolveType = (type, value) => resolveType?.Invoke(type, value, schema!),
        };
        return schema = new Schema(parts);
    }

    static NamedType? Declare(TypeSystemNode definition) =>
        definition switch
        {
            ScalarDefinitionNode scalar => new AnyScalar(scalar.Name!, SpecifiedBy(scalar)),
            FieldsDefinitionNode { IsInterface: true } type => new InterfaceType(type.Name!),
            FieldsDefinitionNode type => new ObjectType(type.Name!),
            UnionDefinitionNode union => new UnionType(union.Name!),
            EnumDefinitionNode type => new EnumType(type.Name!, [.. type.Values.Select(Member)]),
            InputObjectDefinitionNode input => new InputObjectType(input.Name!)
            {
                IsOneOf = Find(input.Directives, "oneOf") is not null,
            },
            _ => null,
        };

    void Fill(TypeSystemNode definition)
    {
        switch (definition)
        {
            case FieldsDefinitionNode node:
                var type = (FieldsType)_types[node.Name!];
                type.Interfaces = [.. node.Interfaces.Select(name => (InterfaceType)_types[name.Name])];
                type.SetFields([.. node.Fields.Select(Field)]);
                break;
            case UnionDefinitionNode node:
                ((UnionType)_types[node.Name!]).Members = [.. node.Members.Select(name => (ObjectType)_types[name.Name])];
                break;
            case InputObjectDefinitionNode node:
                ((InputObjectType)_types[node.Name!]).SetFields([.. node.Fields.Select(Input)]);
                break;
        }
    }

    ObjectType? Root(OperationKind kind, string usual)
    {
        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToList();
        var named = schemas.SelectMany(schema => schema.OperationTypes).FirstOrDefault(root => root.Kind == kind);
        if (schemas.Count > 0)
            return named is null ? null : (ObjectType)_types[named.Type.Name];
        return _types.GetValueOrDefault(usual) as ObjectType;
    }

    List<DirectiveDefinition> Directives()
    {
        var own = _definitions.OfType<DirectiveDefinitionNode>().Select(Directive).ToList();
        var specified = SpecifiedDirectives.All.Where(known => own.TrueForAll(directive => directive.Name != known.Name));
        return [.. own, .. specified];
    }

    DirectiveDefinition Directive(DirectiveDefinitionNode node) =>
        new(node.Name!, node.Locations) { IsRepeatable = node.IsRepeatable, Arguments = [.. node.Arguments.Select(Input)] };

    FieldDefinition Field(FieldDefinitionNode node)
    {
        var type = TypeOf(node.Type);
        return new FieldDefinition(node.Name, type)
        {
            Arguments = [.. node.Arguments.Select(Input)],
            DeprecationReason = Deprecation(node.Directives),
            Resolve = _lateOf(node, type) is null ? _resolverFor(node, type) : null,
            ResolveAsync = _lateOf(node, type),
            ListSize = _sizeOf(type),
        };
    }

    InputValue Input(InputValueDefinitionNode node) =>
        new(node.Name, TypeOf(node.Type)) { Default = node.Default, DeprecationReason = Deprecation(node.Directives) };

    static EnumMember Member(EnumValueDefinitionNode node) =>
        new(node.Name, node.Name) { DeprecationReason = Deprecation(node.Directives) };

    GraphType TypeOf(TypeNode node) =>
        node switch
        {
            ListTypeNode list => new ListType(TypeOf(list.Item)),
            NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Inner)),
            _ => _types.GetValueOrDefault(node.Named.Name) ?? Introspection(node.Named.Name),
        };

    NamedType Introspection(string name) =>
        TypeCollector.Collect(new SchemaParts(), _introspection.SchemaField.Type.Named).First(type => type.Name == name);

    static DirectiveNode? Find(DirectiveNode[] directives, string name) =>
        Array.Find(directives, directive => directive.Name.Value == name);

    static string? Deprecation(DirectiveNode[] directives)
    {
        if (Find(directives, "deprecated") is not { } deprecated)
            return null;
        return deprecated.Arguments.Length == 0 ? SpecifiedDirectives.NoLongerSupported : Text(deprecated);
    }

    static string? SpecifiedBy(ScalarDefinitionNode scalar) =>
        Find(scalar.Directives, "specifiedBy") is { } directive ? Text(directive) : null;

    static string Text(DirectiveNode directive) => ((StringValueNode)directive.Arguments[0].Value).Value;
}
