namespace BizGraph.Analysis.Gaps;

/// <summary>What counts as a gap. Every threshold is BizGraph's own unless its doc names a source; docs/gaps.md says why each is what it is.</summary>
public sealed record GapOptions
{
    /// <summary>The day as of which it is asked; null: the newest day on which the data say that a tie began.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>An earlier state to compare with; null: only the dates in the data tell who left.</summary>
    public EarlierNetwork? Earlier { get; init; }

    /// <summary>A business has few ties, so that it matters if all run one way, up to this many; 2 or more.</summary>
    public int FewContacts { get; init; } = 3;

    /// <summary>Steps from the core that are far, 2 or more.</summary>
    public int FarSteps { get; init; } = 4;

    /// <summary>Far is also this many times the mean of the steps to the core, 1 or more.</summary>
    public double FarTimes { get; init; } = 1.5;

    /// <summary>Others that a closing must cut off to count, 1 or more.</summary>
    public int LeastCutOff { get; init; } = 2;

    /// <summary>Recorded suppliers that a buyer must have before one of them is called its sole source, 1 or more.</summary>
    public int LeastSuppliers { get; init; } = 3;

    /// <summary>Share of a buyer's spend, 0 to 1, from which a sole source counts even though others in the network could supply.</summary>
    public double LeastSpendShare { get; init; } = 0.1;

    /// <summary>A member is quiet when its ties ended or its books end this many months before <see cref="AsOf"/>; 1 or more.</summary>
    public int QuietMonths { get; init; } = 12;

    /// <summary>What ended more than this many months before <see cref="AsOf"/> is history and no gap; 1 or more.</summary>
    public int LookBackMonths { get; init; } = 36;

    /// <summary>Members that a community must have, 2 or more.</summary>
    public int LeastCommunity { get; init; } = 5;

    /// <summary>Ties that chance would give two communities before few of them mean anything, above 0.</summary>
    public double LeastExpectedTies { get; init; } = 2;

    /// <summary>Ties are few up to this share of those that chance would give, 0 to 1.</summary>
    public double FewTiesShare { get; init; } = 0.25;

    /// <summary>Members who could buy from the other community, 1 or more.</summary>
    public int LeastComplements { get; init; } = 3;

    /// <summary>The most pairs of communities listed, 1 or more.</summary>
    public int MostHoles { get; init; } = 50;

    /// <summary>The localities or regions that are the area, in any letter case; null: see <see cref="LeastAreaKilometres"/>.</summary>
    public IReadOnlyList<string>? Area { get; init; }

    /// <summary>Without <see cref="Area"/>, what lies this near to the middle (median latitude and longitude) is in the area; kilometres, above 0.</summary>
    public double LeastAreaKilometres { get; init; } = 10;

    /// <summary>So is what lies within this many times the median distance from the middle, 1 or more.</summary>
    public double AreaTimes { get; init; } = 3;

    /// <summary>Without coordinates a locality is in the area when it has this share of the organizations whose locality is known, 0 to 1.</summary>
    public double LeastLocalityShare { get; init; } = 0.02;

    /// <summary>Members who must look for a trade before it is called missing, 1 or more.</summary>
    public int LeastSeekers { get; init; } = 2;

    /// <summary>A business founded at most this many years ago is young, 0 or more.</summary>
    public int YoungYears { get; init; } = 5;

    /// <summary>A mentor is at least this many years older, 1 or more.</summary>
    public int ExperienceYears { get; init; } = 10;

    /// <summary>Others that it must give to, or get from, before a relation is called one-sided; 1 or more.</summary>
    public int LeastOneSided { get; init; } = 2;

    /// <summary>Members that a group must have, 2 or more.</summary>
    public int LeastGroup { get; init; } = 5;

    /// <summary>Ties that a group must have, 1 or more.</summary>
    public int LeastGroupTies { get; init; } = 5;

    /// <summary>A group of more than this share of all is the network itself, 0 to 1.</summary>
    public double MostGroupShare { get; init; } = 0.5;

    /// <summary>A group stays among itself when its E–I index is at most this, −1 to 1: at −1/3 it has two ties inside for each outside.</summary>
    public double MostEiIndex { get; init; } = -1.0 / 3;

    /// <summary>And when the index is at least this much below the one that the group's size gives, 0 to 2.</summary>
    public double LeastBelowExpected { get; init; } = 0.5;

    /// <summary>Steps within which a bank, a public body and the press are in reach, 1 or more.</summary>
    public int ReachSteps { get; init; } = 3;

    internal void Validate()
    {
        AtLeast(2, (nameof(FewContacts), FewContacts), (nameof(FarSteps), FarSteps), (nameof(LeastCommunity), LeastCommunity));
        AtLeast(2, (nameof(LeastGroup), LeastGroup));
        AtLeast(
            1,
            (nameof(LeastCutOff), LeastCutOff),
            (nameof(LeastSuppliers), LeastSuppliers),
            (nameof(QuietMonths), QuietMonths)
        );
        AtLeast(
            1,
            (nameof(LookBackMonths), LookBackMonths),
            (nameof(LeastComplements), LeastComplements),
            (nameof(MostHoles), MostHoles)
        );
        AtLeast(
            1,
            (nameof(LeastSeekers), LeastSeekers),
            (nameof(ExperienceYears), ExperienceYears),
            (nameof(LeastOneSided), LeastOneSided)
        );
        AtLeast(1, (nameof(LeastGroupTies), LeastGroupTies), (nameof(ReachSteps), ReachSteps), (nameof(AreaTimes), AreaTimes));
        AtLeast(1, (nameof(FarTimes), FarTimes));
        AtLeast(0, (nameof(YoungYears), YoungYears));
        Within(
            0,
            1,
            (nameof(LeastSpendShare), LeastSpendShare),
            (nameof(FewTiesShare), FewTiesShare),
            (nameof(MostGroupShare), MostGroupShare)
        );
        Within(0, 1, (nameof(LeastLocalityShare), LeastLocalityShare));
        Within(-1, 1, (nameof(MostEiIndex), MostEiIndex));
        Within(0, 2, (nameof(LeastBelowExpected), LeastBelowExpected));
        Require.That(LeastExpectedTies > 0, nameof(LeastExpectedTies), LeastExpectedTies, "a number above 0");
        Require.That(LeastAreaKilometres > 0, nameof(LeastAreaKilometres), LeastAreaKilometres, "a number above 0");
    }

    static void AtLeast(int least, params ReadOnlySpan<(string Name, double Value)> values)
    {
        foreach (var (name, value) in values)
        {
            Require.That(value >= least && double.IsFinite(value), name, value, $"{least} or more");
        }
    }

    static void Within(double low, double high, params ReadOnlySpan<(string Name, double Value)> values)
    {
        foreach (var (name, value) in values)
        {
            Require.That(value >= low && value <= high, name, value, $"{low} to {high}");
        }
    }
}
