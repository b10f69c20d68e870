using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>One thing that a gap rests on.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Unit">The unit of <paramref name="Value"/>; for a day or a word, of <paramref name="Text"/>.</param>
/// <param name="Value">The number.</param>
/// <param name="Text">A trade, the name of a group, a currency, or a day as yyyy-MM-dd.</param>
public sealed record GapEvidence(EvidenceKind Kind, EvidenceUnit Unit, double? Value = null, string? Text = null)
{
    /// <summary>Who is meant. Where they are many, <see cref="Value"/> counts all and the first <see cref="MostNamed"/> are named.</summary>
    public IReadOnlyList<Business> Businesses { get; init; } = [];

    /// <summary>The most businesses that one evidence names.</summary>
    public const int MostNamed = 50;

    internal static GapEvidence Count(EvidenceKind kind, double value, EvidenceUnit unit = EvidenceUnit.Organizations) =>
        new(kind, unit, value);

    internal static GapEvidence Of(EvidenceKind kind, IReadOnlyCollection<Business> businesses, string? text = null) =>
        new(kind, EvidenceUnit.Organizations, businesses.Count, text) { Businesses = [.. businesses.Take(MostNamed)] };

    internal static GapEvidence Word(EvidenceKind kind, string text) => new(kind, EvidenceUnit.Word, Text: text);

    internal static GapEvidence Day(EvidenceKind kind, DateOnly day) =>
        new(kind, EvidenceUnit.Day, Text: day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The units of evidence.</summary>
public enum EvidenceUnit
{
    /// <summary>Businesses and other organizations.</summary>
    Organizations,

    /// <summary>Ties; of several between two, one counts.</summary>
    Ties,

    /// <summary>Steps along ties.</summary>
    Steps,

    /// <summary>Years.</summary>
    Years,

    /// <summary>People employed.</summary>
    People,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>The E–I index, −1 to 1.</summary>
    Index,

    /// <summary>Money in a year; the text has the currency. Private as amounts are.</summary>
    MoneyPerYear,

    /// <summary>A day; it stands in the text.</summary>
    Day,

    /// <summary>A word or name; it stands in the text.</summary>
    Word,
}

/// <summary>What evidence says.</summary>
public enum EvidenceKind
{
    /// <summary>Others in the network that it has no way to.</summary>
    Unreached,

    /// <summary>Others that it has a tie to.</summary>
    Contacts,

    /// <summary>Those who look for what it offers, or offer what it looks for.</summary>
    Fitting,

    /// <summary>Others that the one tie of the next action would bring within two steps.</summary>
    ReachGained,

    /// <summary>Steps to the nearest organization of the core.</summary>
    StepsToCore,

    /// <summary>Mean of the steps to the core, over all that have a way to it.</summary>
    MeanStepsToCore,

    /// <summary>Others that would be cut off.</summary>
    CutOff,

    /// <summary>What is bought, sold, looked for or missing.</summary>
    Trade,

    /// <summary>Who buys it.</summary>
    Buyers,

    /// <summary>Who looks for it.</summary>
    Seekers,

    /// <summary>Others who sell it: local ones where the gap is about place.</summary>
    Alternatives,

    /// <summary>Sellers outside the area.</summary>
    OutsideSellers,

    /// <summary>The largest share of one buyer's yearly spend that goes to it.</summary>
    SpendShare,

    /// <summary>What is spent on it in a year, where amounts are known.</summary>
    SpendPerYear,

    /// <summary>Who dealt with it until it left.</summary>
    FormerPartners,

    /// <summary>The last day of its ties, as far as known.</summary>
    LastDay,

    /// <summary>The day of the earlier state that this one is compared with.</summary>
    EarlierDay,

    /// <summary>Others that it had a tie to then.</summary>
    EarlierContacts,

    /// <summary>The first of two groups.</summary>
    OneGroup,

    /// <summary>The second of two groups.</summary>
    OtherGroup,

    /// <summary>Ties between the two groups.</summary>
    TiesBetween,

    /// <summary>Ties between them that their members' numbers of ties would give by chance.</summary>
    ExpectedTies,

    /// <summary>Members of either group who could buy from the other: offers meet needs, or their trades do business elsewhere in the network.</summary>
    Complements,

    /// <summary>Years since its founding.</summary>
    Age,

    /// <summary>People whom it employs.</summary>
    Employees,

    /// <summary>Experienced businesses that could mentor it.</summary>
    PossibleMentors,

    /// <summary>Young businesses that it could mentor.</summary>
    PossibleMentees,

    /// <summary>Those to whom it gives, and from whom it gets nothing.</summary>
    GivesTo,

    /// <summary>Those from whom it gets, and to whom it gives nothing.</summary>
    GetsFrom,

    /// <summary>The type of tie.</summary>
    TieType,

    /// <summary>What the group has in common: network, locality, ownership or tag.</summary>
    Grouping,

    /// <summary>The group, and how many belong to it.</summary>
    Group,

    /// <summary>Ties within the group.</summary>
    TiesInside,

    /// <summary>Ties from the group to others.</summary>
    TiesOutside,

    /// <summary>The group's E–I index.</summary>
    EiIndex,

    /// <summary>The E–I index that the group's size alone gives.</summary>
    ExpectedEiIndex,

    /// <summary>The nearest of the kind that is out of reach, and how many steps it takes; no number where there is no way.</summary>
    Nearest,
}
