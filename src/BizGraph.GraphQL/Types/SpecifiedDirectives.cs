using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>The directives that every schema has (spec 3.13).</summary>
static class SpecifiedDirectives
{
    public const string NoLongerSupported = "No longer supported";

    public static readonly DirectiveDefinition Include = new("include", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
    {
        Description = "Keeps this field or fragment only where the argument is true.",
        Arguments = [new InputValue("if", new NonNullType(Scalars.Boolean)) { Description = "Kept when true." }],
    };

    public static readonly DirectiveDefinition Skip = new("skip", ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"])
    {
        Description = "Leaves this field or fragment out where the argument is true.",
        Arguments = [new InputValue("if", new NonNullType(Scalars.Boolean)) { Description = "Left out when true." }],
    };

    public static readonly DirectiveDefinition Deprecated = new(
        "deprecated",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"]
    )
    {
        Description = "Marks an element of the schema as no longer supported.",
        Arguments =
        [
            new InputValue("reason", new NonNullType(Scalars.String))
            {
                Description = "Why, and what to use instead, in Markdown.",
                Default = new StringValueNode(0, NoLongerSupported),
            },
        ],
    };

    public static readonly DirectiveDefinition SpecifiedBy = new("specifiedBy", ["SCALAR"])
    {
        Description = "Says where the behaviour of this scalar is specified.",
        Arguments = [new InputValue("url", new NonNullType(Scalars.String)) { Description = "The specification's address." }],
    };

    public static readonly DirectiveDefinition OneOf = new("oneOf", ["INPUT_OBJECT"])
    {
        Description = "Exactly one field of this input object has to be given, and not null.",
    };

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Include, Skip, Deprecated, SpecifiedBy, OneOf];
}
