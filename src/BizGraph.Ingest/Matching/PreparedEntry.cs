using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching;

/// <summary>An entry in the form in which it is compared.</summary>
sealed class PreparedEntry
{
    public required MatchEntry Entry { get; init; }

    /// <summary>The forms of its names, the name itself first; empty where it has no letter or digit.</summary>
    public required NameForm[] Names { get; init; }

    public required string[] Phones { get; init; }
    public AddressForm? Address { get; init; }
    public string? PostalCode { get; init; }
    public string? Locality { get; init; }
    public string? Region { get; init; }
    public string? Site { get; init; }
    public string? Mailbox { get; init; }
    public string? Domain { get; init; }
    public string? IndustryCode { get; init; }
    public string? IndustryTitle { get; init; }
    public (double Latitude, double Longitude)? Coordinates { get; init; }
}
