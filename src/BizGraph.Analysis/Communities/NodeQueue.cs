using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Nodes that wait for a visit, first come first served; each stands in it at most once. Space O(n).</summary>
sealed class NodeQueue(int[] nodes)
{
    readonly bool[] _waits = Array.ConvertAll(nodes, _ => true);
    int _head;

    public int Count { get; private set; } = nodes.Length;

    /// <summary>Takes the first nodes, as many as there is room for; returns how many.</summary>
    public int Take(Span<int> taken)
    {
        var count = Math.Min(taken.Length, Count);
        for (var i = 0; i < count; i++)
        {
            taken[i] = nodes[_head];
            _waits[nodes[_head]] = false;
            _head = _head + 1 == nodes.Length ? 0 : _head + 1;
        }
        Count -= count;
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int node)
    {
        if (!_waits[node])
        {
            var tail = _head + Count;
            nodes[tail >= nodes.Length ? tail - nodes.Length : tail] = node;
            Count++;
            _waits[node] = true;
        }
    }
}
