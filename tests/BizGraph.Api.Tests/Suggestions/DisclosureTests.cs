using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Tests.Suggestions;

/// <summary>What a member is told of other people's ties: only where both ends of each allow introductions.</summary>
public sealed class DisclosureTests
{
    static readonly Business Shop = Named("shop");
    static readonly Business Penny = Named("penny", "introductions");
    static readonly Business Mill = Named("mill", "Introductions");
    static readonly Business Bank = Named("bank");

    static readonly SuggestionReason OpenThird = Naming(Mill, new DisclosedTie(Mill.Id, Penny.Id));
    static readonly SuggestionReason ClosedThird = Naming(Bank, new DisclosedTie(Bank.Id, Penny.Id));
    static readonly SuggestionReason OwnTie = Naming(Bank, new DisclosedTie(Shop.Id, Bank.Id));
    static readonly SuggestionReason Near = new(SuggestionReasonKind.Near) { Number = 1 };
    static readonly SuggestionReason Private = new(SuggestionReasonKind.SameAttributes) { Words = ["Guild", "North"] };

    static readonly Disclosure Rules = new(new NetworkSnapshot(1, [Shop, Penny, Mill, Bank], []));

    [Fact]
    public void An_organizer_reads_all_but_private_columns() =>
        Assert.Equal([OpenThird, ClosedThird, OwnTie, Near], Rules.ReasonsFor(Suggest(Shop), Viewer.Organizer));

    [Fact]
    public void A_member_reads_of_ties_whose_both_ends_allow_it_and_of_their_own() =>
        Assert.Equal([OpenThird, OwnTie, Near], Rules.ReasonsFor(Suggest(Shop), Viewer.Member));

    [Fact]
    public void A_letter_to_both_names_a_third_party_only_where_all_three_allow_it()
    {
        Assert.Equal([Near], Rules.ReasonsForBoth(Suggest(Shop)));

        var open = Named("open", "Vermittlung");
        var rules = new Disclosure(new NetworkSnapshot(1, [open, Penny, Mill, Bank], []));
        Assert.Equal([OpenThird, Near], rules.ReasonsForBoth(Suggest(open)));
    }

    [Fact]
    public void Evidence_is_told_without_columns_and_not_at_all_to_members()
    {
        var suggestion = Suggest(Shop) with
        {
            Contributions =
            [
                new(new Evidence(EvidenceKind.ColumnAffinity, Column: "Guild"), 0.5),
                new(new Evidence(EvidenceKind.Nearness), 0.6),
                new(new Evidence(EvidenceKind.ColumnAffinity, Column: "Church"), 0.25),
            ],
        };

        Assert.Equal(
            [
                new Contribution(new Evidence(EvidenceKind.ColumnAffinity), 0.75),
                new Contribution(new Evidence(EvidenceKind.Nearness), 0.6),
            ],
            Disclosure.ContributionsFor(suggestion, Viewer.Organizer)
        );
        Assert.Empty(Disclosure.ContributionsFor(suggestion, Viewer.Member));
    }

    [Fact]
    public void A_sole_source_of_another_is_named_to_a_member_only_where_both_allow_it()
    {
        // The shop would sell to Penny, whose only source the bank or the mill is.
        var seller = Suggest(Shop) with
        {
            From = Shop,
            Effect = new TieEffect(0, 0, false, [Bank.Id, Mill.Id]),
        };
        // Penny would sell to the shop: its own suppliers are its own affair.
        var buyer = Suggest(Shop) with
        {
            Effect = new TieEffect(0, 0, false, [Bank.Id]),
        };

        Assert.Equal([Bank, Mill], Rules.EasedSoleSourcesFor(seller, Viewer.Organizer));
        Assert.Equal([Mill], Rules.EasedSoleSourcesFor(seller, Viewer.Member));
        Assert.Equal([Bank], Rules.EasedSoleSourcesFor(buyer, Viewer.Member));
    }

    [Fact]
    public void Of_those_both_know_a_member_is_told_only_the_ones_that_allow_it_and_not_how_many_more_there_are()
    {
        var reason = Shared([Mill, Bank], count: 7);

        var told = Assert.Single(Rules.ReasonsFor(Suggest(Shop) with { Reasons = [reason] }, Viewer.Member));

        Assert.Equal([Mill], told.Businesses);
        Assert.Equal(1, told.Count);
        Assert.Empty(Rules.ReasonsFor(Suggest(Shop) with { Reasons = [Shared([Bank], count: 1)] }, Viewer.Member));
        Assert.Equal([reason], Rules.ReasonsFor(Suggest(Shop) with { Reasons = [reason] }, Viewer.Organizer));
    }

    [Fact]
    public void A_letter_counts_nobody_whom_it_does_not_name()
    {
        var open = Named("open", "introductions");
        var rules = new Disclosure(new NetworkSnapshot(1, [open, Penny, Mill], []));

        var told = Assert.Single(rules.ReasonsForBoth(Suggest(open) with { Reasons = [Shared([Mill], count: 4)] }));

        Assert.Equal(1, told.Count);
    }

    [Fact]
    public void How_many_ties_another_has_is_told_only_where_it_allows_introductions()
    {
        var sought = new SuggestionReason(SuggestionReasonKind.Sought) { Number = 12, Count = 12 };

        Assert.Empty(Rules.ReasonsFor(Suggest(Shop) with { Whom = Bank, Reasons = [sought] }, Viewer.Member));
        Assert.Equal([sought], Rules.ReasonsFor(Suggest(Shop) with { Reasons = [sought] }, Viewer.Member));
        Assert.Equal([sought], Rules.ReasonsFor(Suggest(Shop) with { Whom = Bank, Reasons = [sought] }, Viewer.Organizer));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Ties_between_two_trades_are_told_to_a_member_only_where_they_are_five_or_more(int ties, bool isTold)
    {
        var mills = Enumerable.Range(0, ties).Select(i => Of("Mill", $"mill{i}")).ToList();
        var bakery = Of("Bakery", "bakery");
        var rules = new Disclosure(
            new NetworkSnapshot(1, [Shop, Penny, bakery, .. mills], [.. mills.Select(mill => Supplies(mill, bakery))])
        );
        var reason = new SuggestionReason(SuggestionReasonKind.TradesTiedHere) { Words = ["Mill", "Bakery"], Number = 3 };

        Assert.Equal(isTold ? [reason] : [], rules.ReasonsFor(Suggest(Shop) with { Reasons = [reason] }, Viewer.Member));
        Assert.Equal([reason], rules.ReasonsFor(Suggest(Shop) with { Reasons = [reason] }, Viewer.Organizer));
    }

    static Relationship Supplies(Business from, Business to) =>
        new(
            new RelationshipKey(from.Id, to.Id, RelationshipType.Supplies, Kind: null, Currency: null, IsDirected: true),
            new RelationshipFacts { Type = RelationshipType.Supplies }
        );

    static Business Of(string trade, string id) =>
        new(new BusinessId(id), new BusinessFacts { Name = id, Industry = new Industry(null, null, trade) });

    static SuggestionReason Shared(Business[] named, int count) =>
        new(SuggestionReasonKind.SharedSuppliers)
        {
            Businesses = named,
            Count = count,
            Discloses = [.. named.Select(third => new DisclosedTie(third.Id, Penny.Id))],
        };

    static Suggestion Suggest(Business to) =>
        new()
        {
            For = to,
            Whom = Penny,
            Kind = SuggestionKind.Supplier,
            From = Penny,
            Score = 1,
            Effect = new TieEffect(0, 0, JoinsComponents: false, []),
            Reasons = [OpenThird, ClosedThird, OwnTie, Near, Private],
        };

    static SuggestionReason Naming(Business third, DisclosedTie tie) =>
        new(SuggestionReasonKind.SharedSuppliers)
        {
            Businesses = [third],
            Count = 1,
            Discloses = [tie],
        };

    static Business Named(string id, params string[] openTo) =>
        new(new BusinessId(id), new BusinessFacts { Name = id, OpenTo = openTo });
}
