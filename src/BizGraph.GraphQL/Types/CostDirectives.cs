namespace BizGraph.GraphQL.Types;

/// <summary>The directives of the cost specification (ibm.github.io/graphql-specs), as far as the engine has them.</summary>
static class CostDirectives
{
    public static readonly DirectiveDefinition Cost = new("cost", ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "OBJECT"])
    {
        Description =
            "What a field costs (else 1 for objects, 0 for leaf values), what giving an argument adds (else 0), what an object counts (else 1).",
        Arguments = [new InputValue("weight", new NonNullType(Scalars.String)) { Description = "The weight, a number." }],
    };

    public static readonly DirectiveDefinition ListSize = new("listSize", ["FIELD_DEFINITION"])
    {
        Description = "How long a list can get.",
        Arguments =
        [
            new InputValue("assumedSize", Scalars.Int)
            {
                Description = "The most items where no slicing argument says a number.",
            },
            new InputValue("slicingArguments", Names()) { Description = "Arguments that bound the length." },
            new InputValue("sizedFields", Names()) { Description = "Fields of the result that hold the lists." },
            new InputValue("requireOneSlicingArgument", new NonNullType(Scalars.Boolean))
            {
                Description = "Whether one slicing argument has to be given.",
                Default = new Language.BooleanValueNode(0, true),
            },
        ],
    };

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Cost, ListSize];

    static ListType Names() => new(new NonNullType(Scalars.String));
}
