using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>The types of schema introspection (spec 4.2).</summary>
sealed class IntrospectionTypes
{
    readonly ObjectType _field = Object("__Field", "A field of an object or interface.");
    readonly ObjectType _inputValue = Object("__InputValue", "An argument or an input field.");
    readonly ObjectType _enumValue = Object("__EnumValue", "One value of an enum.");
    readonly ObjectType _directive = Object("__Directive", "A directive that this service knows.");
    readonly EnumType _kind = new(
        "__TypeKind",
        [
            .. new[] { "SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL" }.Select(
                name => new EnumMember(name, name)
            ),
        ]
    )
    {
        Description = "What kind of type a type is.",
    };
    readonly EnumType _location = new(
        "__DirectiveLocation",
        [.. TypeSystemParser.DirectiveLocations.Select(name => new EnumMember(name, name))]
    )
    {
        Description = "Where a directive may stand.",
    };

    public IntrospectionTypes()
    {
        Schema.SetFields(SchemaFields());
        Type.SetFields([.. TypeFields(), .. TypeListFields()]);
        _field.SetFields(FieldFields());
        _inputValue.SetFields(InputValueFields());
        _enumValue.SetFields(EnumValueFields());
        _directive.SetFields(DirectiveFields());
    }

    public ObjectType Schema { get; } = Object("__Schema", "What this service offers: its types, directives and roots.");

    public ObjectType Type { get; } = Object("__Type", "A type, named or wrapped.");

    FieldDefinition[] SchemaFields() =>
        [
            Field<Schema>("description", Scalars.String, schema => schema.Description),
            Field<Schema>("types", ListOf(Type), schema => schema.Types),
            Field<Schema>("queryType", new NonNullType(Type), schema => schema.Query),
            Field<Schema>("mutationType", Type, schema => schema.Parts.Mutation),
            Field<Schema>("subscriptionType", Type, schema => schema.Parts.Subscription),
            Field<Schema>("directives", ListOf(_directive), schema => schema.Directives),
        ];

    FieldDefinition[] TypeFields() =>
        [
            Field<GraphType>("kind", new NonNullType(_kind), Kind),
            Field<GraphType>("name", Scalars.String, type => (type as NamedType)?.Name),
            Field<GraphType>("description", Scalars.String, type => (type as NamedType)?.Description),
            Field<GraphType>("specifiedByURL", Scalars.String, type => (type as ScalarType)?.SpecifiedBy),
        ];

    FieldDefinition[] TypeListFields() =>
        [
            Listed<GraphType>(
                "fields",
                new ListType(new NonNullType(_field)),
                (type, all) => (type as FieldsType)?.Fields.Where(field => all || field.DeprecationReason is null).ToList()
            ),
            Field<GraphType>("interfaces", new ListType(new NonNullType(Type)), type => (type as FieldsType)?.Interfaces),
            new FieldDefinition("possibleTypes", new ListType(new NonNullType(Type)))
            {
                Resolve = (type, _, request) =>
                    type is InterfaceType or UnionType
                        ? request.Schema.PossibleTypes((CompositeType)type).OrderBy(possible => possible.Index).ToList()
                        : null,
            },
            Listed<GraphType>(
                "enumValues",
                new ListType(new NonNullType(_enumValue)),
                (type, all) => (type as EnumType)?.Members.Where(member => all || member.DeprecationReason is null).ToList()
            ),
            Listed<GraphType>(
                "inputFields",
                new ListType(new NonNullType(_inputValue)),
                (type, all) => type is InputObjectType input ? Current(input.Fields, all) : null
            ),
            Field<GraphType>("ofType", Type, type => type is ListType list ? list.Item : (type as NonNullType)?.Inner),
            Field<GraphType>("isOneOf", Scalars.Boolean, type => (type as InputObjectType)?.IsOneOf),
        ];

    FieldDefinition[] FieldFields() =>
        [
            Field<FieldDefinition>("name", new NonNullType(Scalars.String), field => field.Name),
            Field<FieldDefinition>("description", Scalars.String, field => field.Description),
            Listed<FieldDefinition>("args", ListOf(_inputValue), (field, all) => Current(field.Arguments, all)),
            Field<FieldDefinition>("type", new NonNullType(Type), field => field.Type),
            .. Deprecation<FieldDefinition>(field => field.DeprecationReason),
        ];

    FieldDefinition[] InputValueFields() =>
        [
            Field<InputValue>("name", new NonNullType(Scalars.String), input => input.Name),
            Field<InputValue>("description", Scalars.String, input => input.Description),
            Field<InputValue>("type", new NonNullType(Type), input => input.Type),
            Field<InputValue>(
                "defaultValue",
                Scalars.String,
                input => input.Default is null ? null : ValuePrinter.Print(input.Default)
            ),
            .. Deprecation<InputValue>(input => input.DeprecationReason),
        ];

    static FieldDefinition[] EnumValueFields() =>
        [
            Field<EnumMember>("name", new NonNullType(Scalars.String), member => member.Name),
            Field<EnumMember>("description", Scalars.String, member => member.Description),
            .. Deprecation<EnumMember>(member => member.DeprecationReason),
        ];

    FieldDefinition[] DirectiveFields() =>
        [
            Field<DirectiveDefinition>("name", new NonNullType(Scalars.String), directive => directive.Name),
            Field<DirectiveDefinition>("description", Scalars.String, directive => directive.Description),
            Field<DirectiveDefinition>("isRepeatable", new NonNullType(Scalars.Boolean), directive => directive.IsRepeatable),
            Field<DirectiveDefinition>("locations", ListOf(_location), directive => directive.Locations),
            Listed<DirectiveDefinition>("args", ListOf(_inputValue), (directive, all) => Current(directive.Arguments, all)),
        ];

    static List<InputValue> Current(IReadOnlyList<InputValue> inputs, bool all) =>
        [.. inputs.Where(input => all || input.DeprecationReason is null)];

    static string Kind(GraphType type) =>
        type switch
        {
            LeafType leaf => leaf is EnumType ? "ENUM" : "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };

    static ObjectType Object(string name, string description) => new(name) { Description = description };

    static NonNullType ListOf(GraphType item) => new(new ListType(new NonNullType(item)));

    static FieldDefinition Field<T>(string name, GraphType type, Func<T, object?> read) =>
        new(name, type) { Resolve = (parent, _, _) => read((T)parent!) };

    static FieldDefinition[] Deprecation<T>(Func<T, string?> reasonOf) =>
        [
            Field<T>("isDeprecated", new NonNullType(Scalars.Boolean), element => reasonOf(element) is not null),
            Field<T>("deprecationReason", Scalars.String, reasonOf),
        ];

    /// <summary>A list that leaves out what is deprecated unless asked.</summary>
    static FieldDefinition Listed<T>(string name, GraphType type, Func<T, bool, object?> read) =>
        new(name, type)
        {
            Arguments =
            [
                new InputValue("includeDeprecated", new NonNullType(Scalars.Boolean))
                {
                    Default = new BooleanValueNode(0, false),
                },
            ],
            Resolve = (parent, arguments, _) => read((T)parent!, arguments[0] is true),
        };
}
