using System.Collections;
using System.Collections.Frozen;

namespace BizGraph.Analysis.Gaps;

/// <summary>The gaps of a snapshot, the most pressing first, and each by its identity.</summary>
public sealed class GapList : IReadOnlyList<Gap>
{
    readonly NetworkSnapshot _snapshot;
    readonly Gap[] _gaps;
    readonly FrozenDictionary<GapIdentity, Gap> _byIdentity;

    internal GapList(NetworkSnapshot snapshot, Gap[] gaps)
    {
        _snapshot = snapshot;
        _gaps = gaps;
        _byIdentity = gaps.ToFrozenDictionary(gap => gap.Identity);
    }

    /// <inheritdoc/>
    public int Count => _gaps.Length;

    /// <inheritdoc/>
    public Gap this[int index] => _gaps[index];

    /// <summary>The gap that had this identity when it was seen last, also after its businesses were merged; null where it is gone.</summary>
    public Gap? Find(string identity) =>
        GapIdentity.Parse(identity) is { } known ? _byIdentity.GetValueOrDefault(known.In(_snapshot)) : null;

    /// <inheritdoc/>
    public IEnumerator<Gap> GetEnumerator() => ((IEnumerable<Gap>)_gaps).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
