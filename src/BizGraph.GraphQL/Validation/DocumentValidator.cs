using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;
using BizGraph.GraphQL.Validation.Rules;

namespace BizGraph.GraphQL.Validation;

/// <summary>Validates documents against a schema (spec 5).</summary>
sealed class DocumentValidator(Schema schema, GraphQLOptions options)
{
    /// <summary>All rules of the specification, by name.</summary>
    public static readonly IReadOnlyList<(string Name, Func<ValidationContext, Rule> New)> Specified =
    [
        (nameof(ExecutableDefinitions), context => new ExecutableDefinitions(context)),
        (nameof(KnownOperationTypes), context => new KnownOperationTypes(context)),
        (nameof(UniqueOperationNames), context => new UniqueOperationNames(context)),
        (nameof(LoneAnonymousOperation), context => new LoneAnonymousOperation(context)),
        (nameof(SingleFieldSubscriptions), context => new SingleFieldSubscriptions(context)),
        (nameof(KnownTypeNames), context => new KnownTypeNames(context)),
        (nameof(FragmentsOnCompositeTypes), context => new FragmentsOnCompositeTypes(context)),
        (nameof(VariablesAreInputTypes), context => new VariablesAreInputTypes(context)),
        (nameof(ScalarLeafs), context => new ScalarLeafs(context)),
        (nameof(FieldsOnCorrectType), context => new FieldsOnCorrectType(context)),
        (nameof(UniqueFragmentNames), context => new UniqueFragmentNames(context)),
        (nameof(KnownFragmentNames), context => new KnownFragmentNames(context)),
        (nameof(NoUnusedFragments), context => new NoUnusedFragments(context)),
        (nameof(PossibleFragmentSpreads), context => new PossibleFragmentSpreads(context)),
        (nameof(NoFragmentCycles), context => new NoFragmentCycles(context)),
        (nameof(UniqueVariableNames), context => new UniqueVariableNames(context)),
        (nameof(NoUndefinedVariables), context => new NoUndefinedVariables(context)),
        (nameof(NoUnusedVariables), context => new NoUnusedVariables(context)),
        (nameof(KnownDirectives), context => new KnownDirectives(context)),
        (nameof(UniqueDirectivesPerLocation), context => new UniqueDirectivesPerLocation(context)),
        (nameof(KnownArgumentNames), context => new KnownArgumentNames(context)),
        (nameof(UniqueArgumentNames), context => new UniqueArgumentNames(context)),
        (nameof(ValuesOfCorrectType), context => new ValuesOfCorrectType(context)),
        (nameof(ProvidedRequiredArguments), context => new ProvidedRequiredArguments(context)),
        (nameof(VariablesInAllowedPosition), context => new VariablesInAllowedPosition(context)),
        (nameof(OverlappingFieldsCanBeMerged), context => new OverlappingFieldsCanBeMerged(context)),
        (nameof(UniqueInputFieldNames), context => new UniqueInputFieldNames(context)),
        (nameof(MaxIntrospectionDepth), context => new MaxIntrospectionDepth(context)),
    ];

    public IReadOnlyList<Error> Validate(DocumentNode document)
    {
        var rules = Specified.Select(rule => rule.New);
        return Validate(
            document,
            options.AllowIntrospection ? rules : rules.Append(context => new NoSchemaIntrospection(context))
        );
    }

    public IReadOnlyList<Error> Validate(DocumentNode document, IEnumerable<Func<ValidationContext, Rule>> rules)
    {
        var context = new ValidationContext(schema, document, options);
        if (DocumentShape.Check(context) is { } excess)
            return [excess];
        context.Usages = new VariableUsages(context);
        new DocumentWalker(context, [context.Usages]).Walk();
        new DocumentWalker(context, [.. rules.Select(make => make(context))]).Walk();
        return context.Errors;
    }
}
