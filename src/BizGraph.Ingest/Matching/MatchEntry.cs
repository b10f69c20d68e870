using BizGraph.Model;

namespace BizGraph.Ingest.Matching;

/// <summary>A business as one source lists it: what the matcher compares.</summary>
/// <param name="Business">Its id, unique among all entries, and what is known of it.</param>
/// <param name="Source">The source that lists it.</param>
/// <param name="HasOwnId">
/// Whether the source itself gave the id. Two entries of one source with ids of their own are never merged, only put to a person.
/// </param>
public sealed record MatchEntry(Business Business, string Source = BusinessId.DefaultSource, bool HasOwnId = false)
{
    /// <summary>Other names that it has or had.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The id of the business.</summary>
    public BusinessId Id => Business.Id;
}
