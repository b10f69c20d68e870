using System.Globalization;
using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Api.Reasons.EnglishCatalogue;

namespace BizGraph.Api.Reasons;

/// <summary>What is missing, in English.</summary>
static class EnglishGaps
{
    public static string Heading(GapKind kind) =>
        kind switch
        {
            GapKind.Isolated => "Businesses without a tie",
            GapKind.Island => "Small groups cut off from the rest",
            GapKind.OneTie => "Businesses that hang by one tie",
            GapKind.OneWay => "Businesses whose ties all run one way",
            GapKind.FarFromCore => "Businesses far from the core",
            GapKind.SinglePoint => "Organizations that hold others in",
            GapKind.OnlyTie => "Ties that hold others in",
            GapKind.SoleSource => "Bought from one supplier only",
            GapKind.Left => "Left",
            GapKind.Quiet => "Went quiet",
            GapKind.StructuralHole => "Groups that could do business and hardly know each other",
            GapKind.BoughtOutside => "Bought outside, though offered here",
            GapKind.MissingTrade => "Wanted, and offered by nobody here",
            GapKind.NoMentor => "Young businesses without a mentor",
            GapKind.NoMentee => "Experienced businesses that mentor nobody",
            GapKind.OneSided => "One-sided relations",
            GapKind.AmongThemselves => "Groups that stay among themselves",
            GapKind.NoFinance => "No bank in reach",
            GapKind.NoPublicBody => "No public body in reach",
            GapKind.NoPress => "No press in reach",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static string Sentence(Gap gap) =>
        gap.Kind switch
        {
            GapKind.Isolated =>
                $"{First(gap)} has no tie to any of the {Others(gap, EvidenceKind.Unreached)} in the network{Fitting(gap)}.",
            GapKind.Island =>
                $"{Names(gap.Businesses)} are tied only among themselves, cut off from {Others(gap, EvidenceKind.Unreached)} in the network.",
            GapKind.OneTie => $"{First(gap)} hangs by one tie, to {Names(gap, EvidenceKind.Contacts)}{Fitting(gap)}.",
            GapKind.OneWay when gap.Find(EvidenceKind.GivesTo) is not null =>
                $"The ties of {First(gap)} all run one way: it gives to {Names(gap, EvidenceKind.GivesTo)} and gets from nobody.",
            GapKind.OneWay =>
                $"The ties of {First(gap)} all run one way: it gets from {Names(gap, EvidenceKind.GetsFrom)} and gives to nobody.",
            GapKind.FarFromCore =>
                $"{First(gap)} is {Steps(gap.Number(EvidenceKind.StepsToCore))} from the core of the network; the average is {gap.Number(EvidenceKind.MeanStepsToCore):0.0}.",
            GapKind.SinglePoint =>
                $"If {First(gap)} closed, {Organizations(gap, EvidenceKind.CutOff)} would be cut off from the rest: {Names(gap, EvidenceKind.CutOff)}.",
            GapKind.OnlyTie =>
                $"The tie between {gap.Businesses[0].Name} and {gap.Businesses[1].Name} is the only one that joins {Organizations(gap, EvidenceKind.CutOff)} to the rest: {Names(gap, EvidenceKind.CutOff)}.",
            GapKind.SoleSource => SoleSource(gap),
            GapKind.Left or GapKind.Quiet => Departure(gap),
            GapKind.StructuralHole => Hole(gap),
            GapKind.BoughtOutside =>
                $"{Buyers(gap)} {Trade(gap)} from outside the area, though {Names(gap, EvidenceKind.Alternatives)} {(gap.Number(EvidenceKind.Alternatives) == 1 ? "offers" : "offer")} it here.",
            GapKind.MissingTrade when gap.Find(EvidenceKind.Buyers) is not null =>
                $"{Buyers(gap)} {Trade(gap)} from outside the area, and nobody here sells it.",
            GapKind.MissingTrade =>
                $"{Count((long)gap.Number(EvidenceKind.Seekers), "business looks", "businesses look")} for {Trade(gap)}, and nobody here offers it.",
            GapKind.NoMentor or GapKind.NoMentee => Mentoring(gap),
            GapKind.OneSided => OneSided(gap),
            GapKind.AmongThemselves => Group(gap),
            GapKind.NoFinance => Contact(gap, "bank or other finance"),
            GapKind.NoPublicBody => Contact(gap, "public body"),
            GapKind.NoPress => Contact(gap, "press or other media"),
            _ => throw new ArgumentOutOfRangeException(nameof(gap), gap.Kind, null),
        };

    static string Fitting(Gap gap) =>
        (long)gap.Number(EvidenceKind.Fitting) switch
        {
            0 => "",
            1 => ", though one of the others looks for what it offers, or offers what it looks for",
            var several => $", though {several:N0} of the others look for what it offers, or offer what it looks for",
        };

    static string SoleSource(Gap gap)
    {
        var buyers = gap.Find(EvidenceKind.Buyers)!;
        var who =
            buyers.Businesses.Count == 1
                ? $"{buyers.Businesses[0].Name} buys"
                : $"{Count((long)buyers.Value!, "business", "businesses")} buy";
        var others = (long)gap.Number(EvidenceKind.Alternatives);
        return $"{who} {Trade(gap)} only from {First(gap)}{(others == 0 ? "; nobody else in the network sells it" : $", though {Count(others, "other sells", "others sell")} it, too")}.";
    }

    static string Departure(Gap gap)
    {
        var last = gap.Find(EvidenceKind.LastDay)?.Text;
        if (gap.Find(EvidenceKind.EarlierDay) is { } day)
        {
            var before = $"{Others(gap, EvidenceKind.EarlierContacts)} on {Day(day.Text!)}";
            return gap.Kind == GapKind.Left
                ? $"{gap.Identity.Parts[0]} was tied to {before} and is listed no more."
                : $"{First(gap)} was tied to {before}, and to {gap.Number(EvidenceKind.Contacts):N0} now.";
        }

        var partners = gap.Find(EvidenceKind.FormerPartners)!;
        return gap.Kind == GapKind.Left
                ? $"{First(gap)} has closed{(last is null ? "" : $", its last tie on {Day(last)}")}; {Count((long)partners.Value!, "organization", "organizations")} dealt with it: {Names(gap, EvidenceKind.FormerPartners)}."
            : last is null ? $"{First(gap)} went quiet: all its ties have ended."
            : $"{First(gap)} went quiet: nothing is recorded after {Day(last)}.";
    }

    static string Hole(Gap gap)
    {
        var (one, other) = (gap.Find(EvidenceKind.OneGroup)!, gap.Find(EvidenceKind.OtherGroup)!);
        var ties = (long)gap.Number(EvidenceKind.TiesBetween);
        return $"The {one.Value:N0} around {one.Businesses[0].Name} and the {other.Value:N0} around {other.Businesses[0].Name} have "
            + $"{(ties == 0 ? "no tie" : Count(ties, "tie", "ties"))} between them, where chance would give about {gap.Number(EvidenceKind.ExpectedTies):0}; "
            + $"{Count((long)gap.Number(EvidenceKind.Complements), "member", "members")} could buy from the other group.";
    }

    static string Mentoring(Gap gap)
    {
        var age = Count((long)gap.Number(EvidenceKind.Age), "year", "years");
        if (gap.Kind == GapKind.NoMentee)
        {
            var young = gap.Find(EvidenceKind.PossibleMentees)!;
            return $"{First(gap)} has {age} of experience and mentors nobody, though {Names(young.Businesses)} {(young.Value == 1 ? "has" : "have")} no mentor.";
        }

        var mentors = gap.Find(EvidenceKind.PossibleMentors)!.Businesses;
        return $"{First(gap)}, {age} old, has no mentor{(mentors.Count == 0 ? "" : $", though {Names(mentors)} could be one")}.";
    }

    static string OneSided(Gap gap)
    {
        var refers = gap.Find(EvidenceKind.TieType)!.Text == nameof(RelationshipType.Refers);
        return gap.Find(EvidenceKind.GivesTo) is not null
            ? $"{First(gap)} {(refers ? "sends clients to" : "sells to")} {Others(gap, EvidenceKind.GivesTo)} and {(refers ? "gets none from anyone" : "buys from nobody in the network")}."
            : $"{First(gap)} {(refers ? "gets clients from" : "buys from")} {Others(gap, EvidenceKind.GetsFrom)} and {(refers ? "sends none to anyone" : "sells to nobody in the network")}.";
    }

    static string Group(Gap gap)
    {
        var group = gap.Find(EvidenceKind.Group)!;
        var who = gap.Find(EvidenceKind.Grouping)!.Text switch
        {
            "network" => $"members of {group.Text}",
            "locality" => $"organizations in {group.Text}",
            "ownership" => Owned(group.Text!),
            _ => $"organizations tagged “{group.Text}”",
        };
        return $"The {group.Value:N0} {who} stay among themselves: {Count((long)gap.Number(EvidenceKind.TiesInside), "tie", "ties")} inside, "
            + $"{gap.Number(EvidenceKind.TiesOutside):N0} to others (E–I index {gap.Number(EvidenceKind.EiIndex):0.00}; its size alone would give {gap.Number(EvidenceKind.ExpectedEiIndex):0.00}).";
    }

    static string Owned(string ownership) =>
        Enum.Parse<Ownership>(ownership) switch
        {
            Ownership.LocalIndependent => "locally owned organizations",
            Ownership.Regional => "organizations of regional groups",
            Ownership.National => "organizations of national groups",
            Ownership.International => "organizations of international groups",
            var unknown => throw new ArgumentOutOfRangeException(nameof(ownership), unknown, null),
        };

    static string Contact(Gap gap, string what) =>
        gap.Businesses.Count == 0 ? $"The network has no {what}."
        : gap.Find(EvidenceKind.Nearest) is { Value: { } steps } nearest
            ? $"{First(gap)} has no {what} in reach: the nearest, {nearest.Businesses[0].Name}, is {Steps(steps)} away."
        : $"{First(gap)} has no {what} in reach: no way leads to one.";

    static string First(Gap gap) => gap.Businesses[0].Name;

    static string Trade(Gap gap) => $"“{gap.Find(EvidenceKind.Trade)!.Text}”";

    static string Buyers(Gap gap) => Count((long)gap.Number(EvidenceKind.Buyers), "business buys", "businesses buy");

    static string Steps(double steps) => Count((long)steps, "step", "steps");

    static string Others(Gap gap, EvidenceKind kind) => Count((long)gap.Number(kind), "other", "others");

    static string Organizations(Gap gap, EvidenceKind kind) => Count((long)gap.Number(kind), "organization", "organizations");

    static string Names(Gap gap, EvidenceKind kind) => NamesOf(gap.Find(kind)!.Businesses, (long)gap.Number(kind));

    static string Names(IReadOnlyList<Business> businesses) => NamesOf(businesses, businesses.Count);

    static string Day(string day) =>
        DateOnly
            .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
