using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>A labelled set in the making.</summary>
sealed class SetDraft
{
    readonly Dictionary<BusinessId, int> _truth = [];
    readonly List<MatchEntry> _entries = [];

    /// <summary>Number of entries so far.</summary>
    public int Count => _entries.Count;

    public void Add(
        string source,
        int business,
        bool hasOwnId,
        string name,
        string? address = null,
        string? zip = null,
        string? phone = null,
        string? site = null,
        (double Latitude, double Longitude)? at = null,
        string? town = null,
        string? mailbox = null,
        string? trade = null
    )
    {
        // The ids say nothing: their order is that of a hash.
        var id = new BusinessId($"{(uint)(_entries.Count * 2654435761):x8}-{_entries.Count}");
        var facts = new BusinessFacts
        {
            Name = name,
            Phone = phone,
            Website = site,
            Email = mailbox,
            Industry = trade is null ? null : new Industry(Title: trade),
            Place = new Place
            {
                Address = address,
                PostalCode = zip,
                Locality = town,
                Latitude = at?.Latitude,
                Longitude = at?.Longitude,
            },
        };
        _entries.Add(new MatchEntry(new Business(id, facts), source, hasOwnId));
        _truth.Add(id, business);
    }

    public LabelledSet Taken(string name) => new(name, _entries, _truth);
}
