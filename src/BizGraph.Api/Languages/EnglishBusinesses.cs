using System.Globalization;
using BizGraph.Model;
using static BizGraph.Api.Reasons.EnglishCatalogue;

namespace BizGraph.Api.Languages;

/// <summary>A business's page in English.</summary>
sealed class EnglishBusinesses : IBusinessWords
{
    public static EnglishBusinesses Instance { get; } = new();

    public string NotListed => "Named only as an end of a tie; no row of its own lists it yet.";
    public string Closed => "Closed: kept, but left out of every count.";
    public string Ties => "Ties";
    public string NoTie => "No tie to anyone yet.";
    public string PlaceInNetwork => "Its place in the network";
    public string WouldCutOff => "If it closed, some others would be cut off from each other.";
    public string CouldDealWith => "Whom it could deal with";
    public string NobodySuits => "Nobody is known who would suit.";
    public string Origins => "Where this comes from";
    public string FromTies => "From the ties that name it.";
    public string Ended => "ended";

    public ProfileHeadings Headings { get; } =
        new(
            Id: "Id",
            Kind: "Kind",
            Trade: "Trade",
            Place: "Place",
            Owners: "Owners",
            Serves: "Customers",
            People: "People",
            Founded: "Founded",
            Website: "Website",
            Offers: "Offers",
            Needs: "Needs",
            Values: "Values",
            Networks: "Networks"
        );

    public string Role(Relationship relationship, bool isFrom) =>
        (relationship.Type, isFrom || !relationship.Key.IsDirected) switch
        {
            (RelationshipType.Supplies, true) => "Supplies",
            (RelationshipType.Supplies, false) => "Buys from",
            (RelationshipType.Refers, true) => "Refers clients to",
            (RelationshipType.Refers, false) => "Gets clients from",
            (RelationshipType.Mentors, true) => "Mentors",
            (RelationshipType.Mentors, false) => "Is mentored by",
            (RelationshipType.Partners, _) => "Partners with",
            (RelationshipType.Exchanges, _) => "Exchanges with",
            (RelationshipType.Shares, _) => "Shares with",
            (RelationshipType.Sponsors, true) => "Sponsors",
            (RelationshipType.Sponsors, false) => "Is sponsored by",
            (RelationshipType.Finances, true) => "Finances",
            (RelationshipType.Finances, false) => "Is financed by",
            (RelationshipType.Knows, true) => "Knows",
            (RelationshipType.Knows, false) => "Is known by",
            _ => throw new ArgumentOutOfRangeException(nameof(relationship), relationship.Type, null),
        };

    public string Kind(BusinessKind kind) =>
        kind switch
        {
            BusinessKind.Business => "Business",
            BusinessKind.PublicBody => "Public body",
            BusinessKind.Nonprofit => "Charity or association",
            BusinessKind.Education => "School or college",
            BusinessKind.Finance => "Bank or finance",
            BusinessKind.Media => "Press or media",
            BusinessKind.Person => "Person",
            BusinessKind.Other => "Other organization",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public string? Owners(Ownership ownership) =>
        ownership switch
        {
            Ownership.Unknown => null,
            Ownership.LocalIndependent => "Locally owned",
            Ownership.Regional => "Part of a regional group",
            Ownership.National => "Part of a national group",
            Ownership.International => "Part of an international group",
            _ => throw new ArgumentOutOfRangeException(nameof(ownership), ownership, null),
        };

    public string Serves(ServedArea area) =>
        area switch
        {
            ServedArea.Local => "Nearby",
            ServedArea.Regional => "In the region",
            ServedArea.National => "In the whole country",
            ServedArea.Worldwide => "Worldwide",
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
        };

    public string People(int people) => Count(people, "person works here", "people work here");

    public string MoneyInAll(decimal amount, string? currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:N0} {currency}").TrimEnd() + " in all";

    public string Since(DateOnly day) => $"since {day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";

    public string FirstShown(int shown, int all) =>
        $"The first {shown} of {Count(all, "tie", "ties")} are shown; GraphQL has them all.";

    public string PlaceOf(int others, int members) =>
        $"It is tied to {Count(others, "other", "others")} and belongs to a community of {Count(members, "member", "members")}.";

    public string Row(string file, long row) => $"{file}, row {row}";

    public string Import(int number, DateOnly day) =>
        $"import {number}, {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";

    public string Says(IEnumerable<string> cells) => $"says the {string.Join(", ", cells)}";
}
