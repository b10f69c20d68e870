using System.Runtime.Intrinsics;

namespace BizGraph.Analysis;

/// <summary>512 bits for each node, in pinned managed memory that starts on a cache line: an unaligned row would touch two.</summary>
/// <remarks>Space 64 bytes a row. Without AVX-512 the runtime works on halves or single numbers; results are the same.</remarks>
sealed unsafe class LaneTable<T>
    where T : unmanaged
{
    const int RowBytes = 64;

    readonly byte[] _memory; // keeps alive what Rows points into
    readonly int _length;

    public LaneTable(int length)
    {
        _length = length;
        _memory = GC.AllocateArray<byte>(checked((length + 1) * RowBytes), pinned: true);
        fixed (byte* start = _memory)
        {
            Rows = (Vector512<T>*)(((nuint)start + RowBytes - 1) & ~(nuint)(RowBytes - 1));
        }
    }

    public Vector512<T>* Rows { get; }

    public void Clear() => new Span<Vector512<T>>(Rows, _length).Clear();
}
