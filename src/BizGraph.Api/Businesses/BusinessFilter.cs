using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>Which businesses are asked for; all given conditions must hold.</summary>
/// <param name="Text">Part of the name, in any letter case.</param>
/// <param name="Kind">The kind of organization.</param>
/// <param name="Locality">The town, in any letter case.</param>
/// <param name="IndustryCode">The beginning of the industry code.</param>
/// <param name="Network">A network that it belongs to, in any letter case.</param>
/// <param name="Tag">A certification or value that it has, in any letter case.</param>
/// <param name="Status">Whether it trades.</param>
/// <param name="IsIsolated">Whether it trades and has no tie, or trades and has one.</param>
sealed record BusinessFilter(
    string? Text = null,
    BusinessKind? Kind = null,
    string? Locality = null,
    string? IndustryCode = null,
    string? Network = null,
    string? Tag = null,
    BusinessStatus? Status = null,
    bool? IsIsolated = null
)
{
    const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether a business is asked for.</summary>
    public bool Holds(Business business, NetworkSnapshot snapshot) =>
        (Text is null || business.Name.Contains(Text, AnyCase))
        && (Kind is null || business.Kind == Kind)
        && (Locality is null || string.Equals(business.Facts.Place?.Locality, Locality, AnyCase))
        && (IndustryCode is null || business.Facts.Industry?.Code?.StartsWith(IndustryCode, StringComparison.Ordinal) == true)
        && (Network is null || business.Facts.Networks.Contains(Network, StringComparer.OrdinalIgnoreCase))
        && (Tag is null || business.Facts.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
        && (Status is null || business.Status == Status)
        && (IsIsolated is null || (snapshot.NodeOf(business.Id) is { } node && IsIsolated == (snapshot.Degrees[node] == 0)));
}
