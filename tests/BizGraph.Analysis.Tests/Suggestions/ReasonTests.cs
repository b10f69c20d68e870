using BizGraph.Analysis.Suggestions;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Suggestions.DrawnTown;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class ReasonTests
{
    // The mill sells to a and to b; c knows b alone.
    static readonly NetworkSnapshot Town = DrawnTown.Town(
        [
            Shop("a", f => f with { Needs = ["bookkeeping"], Tags = ["repair"] }),
            Shop("b", f => f with { Offers = ["Buchhaltung"], Tags = ["Repair"], Networks = ["Traders"] }),
            Shop("c"),
            Shop("mill"),
        ],
        Tie("mill", "a", weight: 2),
        Tie("mill", "b"),
        Tie("b", "c", RelationshipType.Knows)
    );

    [Fact]
    public void They_name_shared_suppliers_and_tell_whose_tie_they_give_away()
    {
        var reason = Reason("a", "b", SuggestionReasonKind.SharedSuppliers);

        Assert.Equal(["mill"], reason.Businesses.Select(business => business.Id.Value));
        Assert.Equal([new DisclosedTie(Id("mill"), Id("b"))], reason.Discloses);
    }

    [Fact]
    public void They_put_the_offer_beside_the_need() =>
        Assert.Equal(["Buchhaltung", "bookkeeping"], Reason("a", "b", SuggestionReasonKind.OffersWhatIsNeeded).Words);

    [Fact]
    public void They_name_what_both_hold_dear() =>
        Assert.Equal(["repair"], Reason("a", "b", SuggestionReasonKind.SharedTags).Words);

    [Fact]
    public void The_introduction_is_the_shortest_chain_and_discloses_all_but_the_first_tie()
    {
        Assert.Equal(["mill"], Reason("a", "b", SuggestionReasonKind.Introduction).Businesses.Select(b => b.Id.Value));
        var longer = Reason("a", "c", SuggestionReasonKind.Introduction);

        Assert.Equal(["mill", "b"], longer.Businesses.Select(business => business.Id.Value));
        Assert.Equal([new DisclosedTie(Id("mill"), Id("b")), new DisclosedTie(Id("b"), Id("c"))], longer.Discloses);
    }

    [Fact]
    public void Of_several_introductions_the_one_with_the_strongest_weakest_tie_is_taken()
    {
        var town = DrawnTown.Town(
            [Shop("a"), Shop("b"), Shop("x"), Shop("y")],
            Tie("a", "x", weight: 9),
            Tie("x", "b", weight: 1),
            Tie("a", "y", weight: 3),
            Tie("y", "b", weight: 3)
        );
        var found = BusinessSuggestions.For(
            SuggestionModel.Train(town),
            Id("a"),
            new SuggestionQuery { Kinds = [SuggestionKind.Mentor] }
        );
        var reason = found.Single(s => s.Whom.Id == Id("b")).Reasons.Single(r => r.Kind == SuggestionReasonKind.Introduction);

        Assert.Equal("y", Assert.Single(reason.Businesses).Id.Value);
    }

    [Fact]
    public void A_sole_source_is_eased_by_another_supplier_of_its_trade()
    {
        var town = DrawnTown.Town(
            [
                Shop("shop", f => f.Of("47110", "Grocer")),
                Shop("dairy", f => f.Of("10510", "Dairy")),
                Shop("mill", f => f.Of("10610", "Mill")),
                Shop("press", f => f.Of("18120", "Printer")),
                Shop("other dairy", f => f.Of("10511", "Dairy")),
            ],
            Tie("dairy", "shop"),
            Tie("mill", "shop"),
            Tie("press", "shop")
        );
        var model = SuggestionModel.Train(town);

        Assert.Equal(
            [Id("dairy")],
            SuggestionTests
                .Find(model, "shop", SuggestionKind.Supplier, 9)
                .Single(s => s.Whom.Id == Id("other dairy"))
                .Effect.EasedSoleSources
        );
        Assert.Equal(
            [Id("dairy")],
            SuggestionTests
                .Find(model, "other dairy", SuggestionKind.Customer, 9)
                .Single(s => s.Whom.Id == Id("shop"))
                .Effect.EasedSoleSources
        );
    }

    static SuggestionReason Reason(string of, string whom, SuggestionReasonKind kind) =>
        SuggestionTests
            .Find(SuggestionModel.Train(Town), of, SuggestionKind.Supplier, 9)
            .Single(suggestion => suggestion.Whom.Id == Id(whom))
            .Reasons.Single(reason => reason.Kind == kind);
}
