using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Validation;

namespace BizGraph.GraphQL.Tests.Validation;

/// <summary>Where errors stand, for documents that the corpora do not have. Oracle: graphql-js 16.15.0.</summary>
public sealed class PlacesTests
{
    const string Sdl = """
        scalar Any
        type Query { a(any: Any, flag: Boolean): Int b: Int node: Query }
        """;

    [Theory]
    [InlineData("query ($x: Int, $x: Int) { b }", "UniqueVariableNames", "1:9 1:18")]
    [InlineData("query ($\nx: Int, $\r\n x: Int) { b }", "UniqueVariableNames", "2:1 3:2")]
    [InlineData("{ ... { x: a x: b } }", "OverlappingFieldsCanBeMerged", "1:9 1:14")]
    [InlineData("{ node { ... on Query { x: a } ... { x: b } } }", "OverlappingFieldsCanBeMerged", "1:25 1:38")]
    [InlineData("{ a(any: {k: 1, k: 2}) }", "UniqueInputFieldNames", "1:11 1:17")]
    public void An_error_is_told_once_and_in_its_place(string text, string rule, string places)
    {
        var errors = Validate(text, rule);
        Assert.Equal([places], errors.Select(error => string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))));
    }

    /// <summary>All rules see the value before one of them finds that the name is there twice.</summary>
    [Fact]
    public void A_name_that_is_twice_in_a_value_of_any_kind_is_an_error_and_no_crash() =>
        Assert.Contains(
            Validate("{ a(any: {k: 1, k: 2}) }", null),
            error => error.Message.Contains("only one input field named \"k\"", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("\"what\" extend type Query { c: Int }", 1, 1)]
    [InlineData("\n \"what\" nothing", 2, 2)]
    [InlineData("\"what\" { b }", 1, 1)]
    [InlineData("\"what\" 7", 1, 8)]
    public void A_description_of_nothing_is_refused_where_it_stands(string text, int line, int column) =>
        Assert.Equal(new Location(line, column), Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Location);

    static IReadOnlyList<Error> Validate(string text, string? name)
    {
        var validator = new DocumentValidator(SdlSchema.Build(Sdl), TestExecutor.Unlimited);
        var rules = DocumentValidator.Specified.Where(rule => name is null || rule.Name == name).Select(rule => rule.New);
        return validator.Validate(Parser.Parse(text), rules);
    }
}
