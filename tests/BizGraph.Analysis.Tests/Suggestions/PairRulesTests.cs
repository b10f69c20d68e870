using BizGraph.Analysis.Suggestions;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Suggestions.DrawnTown;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class PairRulesTests
{
    [Theory]
    [InlineData(52.00, false)] // next door
    [InlineData(52.10, false)] // 11 km
    [InlineData(53.00, true)] // 111 km: other customers
    public void Competitors_are_not_suggested_as_supplier_and_customer(double latitude, bool expected)
    {
        var town = Town([
            Shop("a", facts => facts.Of("10710", "Bakery").At(52, 0)),
            Shop("b", facts => facts.Of("10719", "Bread maker").At(latitude, 0)),
        ]);

        Assert.Equal(expected, Suggests(town, "a", "b", SuggestionKind.Supplier));
        Assert.Equal(expected, Suggests(town, "b", "a", SuggestionKind.Customer));
        Assert.True(Suggests(town, "a", "b", SuggestionKind.JointOffer));
    }

    [Fact]
    public void Where_codes_are_missing_the_same_title_makes_competitors()
    {
        var town = Town([
            Shop("a", facts => facts with { Industry = new Industry(Title: "Bakery") }),
            Shop("b", facts => facts with { Industry = new Industry(Title: "bakery") }),
            Shop("c", facts => facts with { Industry = new Industry(Title: "Mill") }),
        ]);

        Assert.False(Suggests(town, "a", "b", SuggestionKind.Supplier));
        Assert.True(Suggests(town, "a", "c", SuggestionKind.Supplier));
    }

    [Theory]
    [InlineData("Supplies", SuggestionKind.Supplier, false)]
    [InlineData("Supplies", SuggestionKind.Mentor, true)]
    [InlineData("shared premises", SuggestionKind.SharedPremises, false)]
    [InlineData("b", SuggestionKind.Mentor, false)]
    [InlineData("brewery", SuggestionKind.Mentor, false)]
    [InlineData("gambling", SuggestionKind.Mentor, false)]
    [InlineData("c", SuggestionKind.Mentor, true)]
    public void What_one_is_not_with_is_not_suggested_to_either(string notWith, SuggestionKind kind, bool expected)
    {
        var town = Town([
            Shop("a", facts => facts with { NotWith = [notWith] }),
            Shop("b", facts => facts with { Industry = new Industry(Title: "Brewery"), Tags = ["Gambling"] }),
            Shop("c"),
        ]);

        Assert.Equal(expected, Suggests(town, "a", "b", kind));
        Assert.Equal(expected, Suggests(town, "b", "a", kind));
    }

    [Fact]
    public void Who_is_open_to_it_goes_first()
    {
        var town = Town([Shop("a"), Shop("b"), Shop("c", facts => facts with { OpenTo = ["Mentors"] }), Shop("d")]);
        var found = SuggestionTests.Find(SuggestionModel.Train(town), "a", SuggestionKind.Mentor, 3);

        Assert.Equal("c", found[0].Whom.Id.Value);
        Assert.Contains(found[0].Reasons, reason => reason.Kind == SuggestionReasonKind.OpenToIt);
    }

    [Fact]
    public void What_was_dismissed_is_not_suggested_again_from_either_side()
    {
        var town = Town([Shop("a"), Shop("b"), Shop("c")]);
        var key = new SuggestionKey(Id("a"), Id("b"), SuggestionKind.Supplier);
        var model = SuggestionModel.Train(
            town,
            new SuggestionOptions { Feedback = [new SuggestionFeedback(key, IsAccepted: false)] }
        );

        Assert.DoesNotContain(SuggestionTests.Find(model, "a", SuggestionKind.Supplier, 5), s => s.Whom.Id == Id("b"));
        Assert.DoesNotContain(SuggestionTests.Find(model, "b", SuggestionKind.Customer, 5), s => s.Whom.Id == Id("a"));
        Assert.Contains(SuggestionTests.Find(model, "a", SuggestionKind.Mentor, 5), s => s.Whom.Id == Id("b"));
    }

    [Fact]
    public void Contacts_are_bodies_of_their_kind_that_are_not_known_yet()
    {
        var town = Town(
            [
                Shop("a"),
                Shop("bank", facts => facts with { Kind = BusinessKind.Finance }),
                Shop("council", facts => facts with { Kind = BusinessKind.PublicBody }),
                Shop("paper", facts => facts with { Kind = BusinessKind.Media }),
                Shop("radio", facts => facts with { Kind = BusinessKind.Media }),
            ],
            Tie("a", "radio", RelationshipType.Partners)
        );
        var model = SuggestionModel.Train(town);

        Assert.Equal(["bank"], Whom(SuggestionKind.FinanceContact));
        Assert.Equal(["council"], Whom(SuggestionKind.OfficialContact));
        Assert.Equal(["paper"], Whom(SuggestionKind.PressContact));

        IEnumerable<string> Whom(SuggestionKind kind) => SuggestionTests.Find(model, "a", kind, 9).Select(s => s.Whom.Id.Value);
    }

    static bool Suggests(NetworkSnapshot town, string of, string whom, SuggestionKind kind) =>
        SuggestionTests.Find(SuggestionModel.Train(town), of, kind, 10).Any(suggestion => suggestion.Whom.Id == Id(whom));
}
