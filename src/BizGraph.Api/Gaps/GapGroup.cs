using BizGraph.Analysis.Gaps;

namespace BizGraph.Api.Gaps;

/// <summary>The gaps of one kind, as page and command line list them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Gaps">The most pressing first.</param>
sealed record GapGroup(GapKind Kind, IReadOnlyList<Gap> Gaps)
{
    /// <summary>All kinds that there are gaps of, the most pressing first.</summary>
    public static IReadOnlyList<GapGroup> Of(IEnumerable<Gap> gaps) =>
        [.. gaps.GroupBy(gap => gap.Kind).Select(kind => new GapGroup(kind.Key, [.. kind]))];

    /// <summary>The address of the page with all of them.</summary>
    public string Address => $"/gaps?kind={GapIdentity.WordOf(Kind)}";
}
