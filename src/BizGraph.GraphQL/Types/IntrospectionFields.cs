namespace BizGraph.GraphQL.Types;

/// <summary>The fields that introspection adds to a schema (spec 4.1, 4.2).</summary>
sealed class IntrospectionFields
{
    public IntrospectionFields()
    {
        var types = new IntrospectionTypes();
        SchemaField = new FieldDefinition("__schema", new NonNullType(types.Schema))
        {
            Description = "The schema that this service offers.",
            Resolve = (_, _, request) => request.Schema,
        };
        TypeField = new FieldDefinition("__type", types.Type)
        {
            Description = "One type of the schema.",
            Arguments = [new InputValue("name", new NonNullType(Scalars.String)) { Description = "The type's name." }],
            Resolve = (_, arguments, request) => request.Schema.Type((string)arguments[0]!),
        };
    }

    public FieldDefinition SchemaField { get; }

    public FieldDefinition TypeField { get; }

    /// <summary>Answered by the executor, which knows the object's type.</summary>
    public FieldDefinition TypenameField { get; } =
        new("__typename", new NonNullType(Scalars.String)) { Description = "The name of the object's type." };
}
