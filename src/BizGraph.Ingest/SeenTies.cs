using System.IO.Hashing;
using System.Runtime.InteropServices;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Knows which list of an import named a tie first, for imports with several lists of ties.</summary>
/// <remarks>Remembers the first million ties by a hash, so that its size does not grow with the files.</remarks>
sealed class SeenTies
{
    const int Most = 1_000_000;

    readonly Dictionary<ulong, int> _lists = [];

    /// <summary>Whether another list of the import named the tie before.</summary>
    public bool IsInEarlierList(RelationshipClaim claim)
    {
        var (said, from, to) = (claim.Said, claim.From.Text, claim.To.Text);
        if (!said.IsDirected && string.CompareOrdinal(from, to) > 0)
        {
            (from, to) = (to, from);
        }

        var key = $"{from}\0{to}\0{said.Type}\0{said.Kind}\0{said.Currency}";
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan()));
        if (_lists.TryGetValue(hash, out var list))
        {
            return list != claim.Position.File;
        }

        if (_lists.Count < Most)
        {
            _lists.Add(hash, claim.Position.File);
        }

        return false;
    }
}
