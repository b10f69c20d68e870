using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Builds a schema from annotated classes.</summary>
static class SchemaFactory
{
    /// <exception cref="SchemaException">Something does not fit; the message lists all of it.</exception>
    public static Schema Create(IEnumerable<Type> classes, BindingContext context)
    {
        var declarations = new TypeDeclarations(context, classes);
        var enums = new EnumBinder(context);
        var inputs = new InputBinder(context, enums);
        var parameters = new ParameterBinder(context, inputs);
        var fields = new FieldBinder(
            context,
            parameters,
            new OutputBinder(context, enums, declarations),
            new ConnectionBinder(context),
            new MutationErrors(declarations)
        );
        AddFields(declarations, fields, context);
        Connect(declarations);
        var nodes = new NodeBinder(context, declarations, fields);
        nodes.Bind();
        return Check(Parts(declarations, fields, nodes, context), context);
    }

    static SchemaParts Parts(TypeDeclarations declarations, FieldBinder fields, NodeBinder nodes, BindingContext context)
    {
        return new SchemaParts
        {
            Query = Root("Query", "What can be asked.", declarations.Queries, Fields, context, nodes.RootFields()),
            Mutation = Root("Mutation", "What can be changed.", declarations.Mutations, Fields, context),
            Subscription = Root("Subscription", "What can be followed.", declarations.Subscriptions, fields.StreamsOf, context),
            Types = [.. declarations.Types.Values.Where(type => type is ObjectType { Interfaces.Count: > 0 })],
            Directives = [.. SpecifiedDirectives.All, .. CostDirectives.All],
            ResolveType = (_, value) => declarations.ObjectOf(value.GetType()),
        };

        IEnumerable<FieldDefinition> Fields(Type type) => fields.FieldsOf(type, null);
    }

    static Schema Check(SchemaParts parts, BindingContext context)
    {
        if (parts.Query is null)
            context.Problems.Add("No class has [QueryType]; a schema needs at least one query field");
        ThrowIfAny(context);
        var schema = new Schema(parts);
        context.Problems.AddRange(SchemaRules.Check(schema));
        ThrowIfAny(context);
        return schema;
    }

    static void AddFields(TypeDeclarations declarations, FieldBinder fields, BindingContext context)
    {
        foreach (var (clr, type) in declarations.Types.OrderBy(pair => pair.Key.FullName, StringComparer.Ordinal))
        {
            if (type is ObjectType known)
                known.SetFields(
                    Merge(known.Name, declarations.ExtensionsOf(clr).SelectMany(by => fields.FieldsOf(by, clr)), context)
                );
            if (type is InterfaceType contract)
                contract.SetFields(Merge(contract.Name, fields.FieldsOf(clr, clr), context));
        }
    }

    static ObjectType? Root(
        string name,
        string description,
        List<Type> classes,
        Func<Type, IEnumerable<FieldDefinition>> fieldsOf,
        BindingContext context,
        IEnumerable<FieldDefinition>? more = null
    )
    {
        if (classes.Count == 0)
            return null;
        var root = new ObjectType(name) { Description = description };
        root.SetFields(Merge(name, classes.SelectMany(fieldsOf).Concat(more ?? []), context));
        return root;
    }

    static List<FieldDefinition> Merge(string type, IEnumerable<FieldDefinition> fields, BindingContext context)
    {
        var merged = fields.ToList();
        foreach (var twice in merged.GroupBy(field => field.Name).Where(group => group.Count() > 1))
            context.Problems.Add($"Type {type} has {twice.Count()} fields named {twice.Key}");
        if (merged.Count == 0)
            context.Problems.Add($"Type {type} has no fields");
        return merged;
    }

    /// <summary>Interfaces and unions know their object types by the C# classes.</summary>
    static void Connect(TypeDeclarations declarations)
    {
        var objects = declarations
            .Types.Where(pair => pair.Value is ObjectType)
            .OrderBy(pair => pair.Value.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (clr, type) in objects)
            ((ObjectType)type).Interfaces =
            [
                .. declarations
                    .Types.Where(pair => pair.Value is InterfaceType && pair.Key.IsAssignableFrom(clr))
                    .Select(pair => (InterfaceType)pair.Value)
                    .OrderBy(contract => contract.Name, StringComparer.Ordinal),
            ];
        foreach (var (clr, type) in declarations.Types)
            if (type is UnionType union)
                union.Members = [.. objects.Where(pair => clr.IsAssignableFrom(pair.Key)).Select(pair => (ObjectType)pair.Value)];
    }

    static void ThrowIfAny(BindingContext context)
    {
        if (context.Problems.Count > 0)
            throw new SchemaException(
                "The GraphQL schema cannot be built: " + string.Join("; ", context.Problems.Distinct()) + "."
            );
    }
}
