using BizGraph.Model;

namespace BizGraph.Ingest.Matching.Grouping;

/// <summary>What people decided, by the entries' indices.</summary>
sealed class Decisions
{
    readonly ulong[] _apart;
    readonly Dictionary<int, List<int>> _apartFrom = [];

    /// <summary>Reads the decisions; those on entries that are not there are passed over.</summary>
    public Decisions(Preparation data, MatchOptions options)
    {
        var indices = new Dictionary<BusinessId, int>();
        if (options.KeptApart.Count + options.Confirmed.Count > 0)
        {
            for (var at = 0; at < data.Entries.Length; at++)
            {
                indices.Add(data.Entries[at].Entry.Id, at);
            }
        }

        _apart = [.. Pairs(options.KeptApart, indices).Order()];
        Confirmed = [.. Pairs(options.Confirmed, indices).Order()];
        foreach (var pair in _apart)
        {
            Note((int)(pair >> 32), (int)pair);
            Note((int)pair, (int)(pair >> 32));
        }
    }

    /// <summary>Pairs that are one business.</summary>
    public ulong[] Confirmed { get; }

    /// <summary>Whether a person said that two entries are one business.</summary>
    public bool AreConfirmed(ulong pair) => Array.BinarySearch(Confirmed, pair) >= 0;

    /// <summary>Whether two entries are two businesses.</summary>
    public bool AreApart(ulong pair) => Array.BinarySearch(_apart, pair) >= 0;

    /// <summary>The entries that are kept apart from one.</summary>
    public IReadOnlyList<int> ApartFrom(int entry) => _apartFrom.TryGetValue(entry, out var others) ? others : [];

    void Note(int entry, int other)
    {
        if (!_apartFrom.TryGetValue(entry, out var others))
        {
            _apartFrom.Add(entry, others = []);
        }

        others.Add(other);
    }

    static IEnumerable<ulong> Pairs(IEnumerable<(BusinessId, BusinessId)> decided, Dictionary<BusinessId, int> indices)
    {
        foreach (var (one, other) in decided)
        {
            if (indices.TryGetValue(one, out var a) && indices.TryGetValue(other, out var b) && a != b)
            {
                yield return ((ulong)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
            }
        }
    }
}
