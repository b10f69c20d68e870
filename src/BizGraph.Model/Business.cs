namespace BizGraph.Model;

/// <summary>A business as it is shown: its id, what all that counts says of it, and a default where nothing was said.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="IsListed">False where it is named only as an end of a tie, and no row of its own lists it.</param>
public sealed record Business(BusinessId Id, BusinessFacts Facts, bool IsListed = true)
{
    /// <summary>Other ids that mean this business, because matching or a person said so; in order.</summary>
    public IReadOnlyList<BusinessId> OtherIds { get; init; } = [];

    /// <summary>Whether only its public profile is told: the reader is a member, to whom money, ties and sources of others are private.</summary>
    public bool IsProfileOnly { get; init; }

    /// <summary>Its name; a business without one takes its id for its name.</summary>
    public string Name => Facts.Name ?? Id.Value;

    /// <summary>What kind of organization it is.</summary>
    public BusinessKind Kind => Facts.Kind ?? BusinessKind.Business;

    /// <summary>Where its decisions are made.</summary>
    public Ownership Ownership => Facts.Ownership ?? Ownership.Unknown;

    /// <summary>Whether it trades; a closed business is kept, but out of the graph.</summary>
    public BusinessStatus Status => Facts.Status ?? BusinessStatus.Active;
}
