using System.Reflection;
using BizGraph.Api.Decisions;
using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Languages;

/// <summary>The words of both languages: none is empty, none throws, and none was left in the other language.</summary>
public sealed class CatalogueTests
{
    // The same word in both languages.
    static readonly string[] Alike = ["Website", "Person"];

    [Theory]
    [InlineData(typeof(IPageWords), nameof(Catalogue.Pages))]
    [InlineData(typeof(IBusinessWords), nameof(Catalogue.Businesses))]
    [InlineData(typeof(IDecisionWords), nameof(Catalogue.Decisions))]
    [InlineData(typeof(IUploadWords), nameof(Catalogue.Uploads))]
    [InlineData(typeof(IPreviewWords), nameof(Catalogue.Previews))]
    public void Every_word_is_there_in_both_languages_and_differs(Type words, string of)
    {
        var (english, german) = (WordsOf(of, Language.En), WordsOf(of, Language.De));
        var said = 0;
        foreach (var (what, say) in Words(words))
        {
            var (one, other) = (say(english), say(german));
            Assert.False(string.IsNullOrWhiteSpace(one), $"{what} is empty in English.");
            Assert.False(string.IsNullOrWhiteSpace(other), $"{what} is empty in German.");
            Assert.True(one != other || Alike.Contains(one), $"{what} is \"{one}\" in both languages.");
            said++;
        }

        Assert.True(said > 10, $"{words} has {said} words only.");
    }

    [Fact]
    public void The_headings_of_a_profile_are_translated()
    {
        foreach (var heading in typeof(ProfileHeadings).GetProperties().Where(of => of.PropertyType == typeof(string)))
        {
            var one = (string)heading.GetValue(Catalogue.Businesses(Language.En).Headings)!;
            var other = (string)heading.GetValue(Catalogue.Businesses(Language.De).Headings)!;
            Assert.True(one != other || Alike.Contains(one), $"{heading.Name} is \"{one}\" in both languages.");
        }
    }

    [Fact]
    public void Every_role_in_a_tie_is_translated()
    {
        foreach (var type in Enum.GetValues<RelationshipType>())
        {
            foreach (var isFrom in new[] { true, false })
            {
                var key = new RelationshipKey(new BusinessId("a"), new BusinessId("b"), type, null, null, type.IsDirected());
                var tie = new Relationship(key, new RelationshipFacts { Type = type });
                Assert.NotEqual(
                    Catalogue.Businesses(Language.En).Role(tie, isFrom),
                    Catalogue.Businesses(Language.De).Role(tie, isFrom)
                );
            }
        }
    }

    [Fact]
    public void Every_cell_that_a_row_can_speak_in_has_a_german_name() =>
        Assert.Equal(BusinessCells.Names.Order(), GermanBusinesses.Cells.Keys.Order());

    [Theory]
    [InlineData(1, "1 gap", "1 Lücke")]
    [InlineData(2, "2 gaps", "2 Lücken")]
    [InlineData(1234, "1,234 gaps", "1.234 Lücken")]
    public void Numbers_and_their_nouns_agree(long count, string english, string german)
    {
        Assert.Equal(english, Catalogue.Pages(Language.En).Gaps(count));
        Assert.Equal(german, Catalogue.Pages(Language.De).Gaps(count));
    }

    [Fact]
    public void A_decision_is_one_sentence_and_ends_once()
    {
        var dismissed = Decided("Tried before!", DecisionAction.Dismiss, "Anna");
        Assert.Equal("Dismissed by Anna, 2 May 2026: Tried before!", Catalogue.Decisions(Language.En).Sentence(dismissed));
        Assert.Equal("Verworfen von Anna am 2. Mai 2026: Tried before!", Catalogue.Decisions(Language.De).Sentence(dismissed));
        Assert.Equal(
            "Aufgegriffen von Ben am 2. Mai 2026.",
            Catalogue.Decisions(Language.De).Sentence(Decided(null, DecisionAction.Accept, "Ben"))
        );
    }

    static Decision Decided(string? note, DecisionAction action, string by)
    {
        var json = new DecisionStep { Action = action, Note = note }.ToJson();
        var at = new DateTimeOffset(2026, 5, 2, 10, 0, 0, TimeSpan.Zero);
        return new Decision(
            "key",
            [DecisionStep.Of(new StoreRecord(1, "gap decision", "key", json, at, by))],
            new HashSet<int>()
        );
    }

    static object WordsOf(string of, Language language) => typeof(Catalogue).GetMethod(of)!.Invoke(null, [language])!;

    static IEnumerable<(string What, Func<object, string?> Say)> Words(Type words)
    {
        foreach (var property in words.GetProperties().Where(of => of.PropertyType == typeof(string)))
        {
            yield return (property.Name, of => (string?)property.GetValue(of));
        }

        foreach (var method in words.GetMethods().Where(of => !of.IsSpecialName && of.ReturnType == typeof(string)))
        {
            foreach (var arguments in Samples(method.GetParameters()))
            {
                yield return ($"{method.Name}({string.Join(", ", arguments)})", of => (string?)method.Invoke(of, arguments));
            }
        }
    }

    // Of words that take a value: every value of an enumeration, one of what is counted, none where it takes more than that.
    static IEnumerable<object?[]> Samples(ParameterInfo[] parameters) =>
        parameters switch
        {
            [var only] when only.ParameterType == typeof(DecisionAction) => DecisionActions
                .OfGaps.Union(DecisionActions.OfSuggestions)
                .Select(action => new object?[] { action }),
            [var only] when only.ParameterType == typeof(Ownership) => Enum.GetValues<Ownership>()
                .Where(ownership => ownership != Ownership.Unknown)
                .Select(ownership => new object?[] { ownership }),
            [var only] when only.ParameterType.IsEnum => Enum.GetValues(only.ParameterType)
                .Cast<object>()
                .Select(value => new object?[] { value }),
            _ when parameters.All(parameter => Sample(parameter.ParameterType) is not null) =>
            [
                [.. parameters.Select(parameter => Sample(parameter.ParameterType))],
            ],
            _ => [],
        };

    static object? Sample(Type type) =>
        type == typeof(int) ? 1_234
        : type == typeof(long) ? 1_234L
        : type == typeof(decimal) ? 1_234m
        : type == typeof(string) ? "X"
        : type == typeof(bool) ? true
        : type == typeof(DateOnly) ? new DateOnly(2026, 5, 2)
        : type == typeof(IEnumerable<string>) ? new[] { "name" }
        : null;
}
