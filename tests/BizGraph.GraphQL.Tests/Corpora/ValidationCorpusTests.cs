using System.Text.Json;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Tests.Validation;
using BizGraph.GraphQL.Types;
using BizGraph.GraphQL.Validation;
using BizGraph.GraphQL.Validation.Rules;

namespace BizGraph.GraphQL.Tests.Corpora;

/// <summary>Oracle: the validation and parser tests of graphql-js.</summary>
public sealed class ValidationCorpusTests
{
    static readonly (string Name, Func<ValidationContext, Rule> New)[] Custom =
    [
        (nameof(NoDeprecated), context => new NoDeprecated(context)),
        (nameof(NoSchemaIntrospection), context => new NoSchemaIntrospection(context)),
    ];

    [Fact]
    public void Every_rule_reports_the_expected_places()
    {
        var schemas = CaseFolder
            .Schemas("validation-schemas.json")
            .ToDictionary(pair => pair.Key, pair => SdlSchema.Build(pair.Value));
        var cases = CaseFolder.Json("validation.json").EnumerateArray().ToList();
        var wrong = cases
            .Select(test => Difference(test, schemas[test.GetProperty("schema").GetString()!]))
            .OfType<string>()
            .ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count} differ.\n{string.Join('\n', wrong)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} validations agree.");
    }

    [Fact]
    public void Every_text_parses_or_fails_at_the_expected_place()
    {
        var cases = CaseFolder.Json("parse.json").EnumerateArray().ToList();
        var wrong = cases.Select(ParseDifference).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases.Count} differ.\n{string.Join('\n', wrong)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count} texts agree.");
    }

    static string? Difference(JsonElement test, Schema schema)
    {
        var name = test.GetProperty("rule").GetString()!;
        var rule = DocumentValidator
            .Specified.Concat(Custom)
            .Single(candidate => $"{candidate.Name}Rule" == name || $"{candidate.Name}CustomRule" == name);
        var document = Parser.Parse(test.GetProperty("query").GetString()!);
        var errors = new DocumentValidator(schema, TestExecutor.Unlimited).Validate(document, [rule.New]);
        var found = errors.Select(error => string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}")));
        var expected = test.GetProperty("errors").EnumerateArray().Select(Places);
        return found.SequenceEqual(expected)
            ? null
            : $"{name}, {test.GetProperty("test")}: [{string.Join(", ", found)}] instead of [{string.Join(", ", expected)}] ({string.Join(' ', errors.Select(error => error.Message))})";
    }

    static string? ParseDifference(JsonElement test)
    {
        var expected = test.GetProperty("error") is { ValueKind: JsonValueKind.Object } error ? Places(error) : "parses";
        string found;
        try
        {
            Parser.Parse(test.GetProperty("text").GetString()!, new ParserLimits(Tokens: int.MaxValue, Fields: int.MaxValue));
            found = "parses";
        }
        catch (SyntaxException e)
        {
            found = $"{e.Location.Line}:{e.Location.Column}";
        }
        return found == expected ? null : $"{found} instead of {expected}: {test.GetProperty("text")}";
    }

    static string Places(JsonElement error) =>
        string.Join(
            ' ',
            error
                .GetProperty("locations")
                .EnumerateArray()
                .Select(place => $"{place.GetProperty("line")}:{place.GetProperty("column")}")
        );
}
