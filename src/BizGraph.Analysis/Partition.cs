namespace BizGraph.Analysis;

/// <summary>
/// A division of the nodes into disjoint groups (components, communities). Immutable. Groups are numbered from 0 by size,
/// the largest first, equal sizes by their smallest node.
/// </summary>
public sealed class Partition
{
    readonly int[] _groupOf; // by node, 0 to Count − 1
    readonly int[] _starts; // length Count + 1; group g is [_starts[g], _starts[g + 1]) of _members
    readonly int[] _members; // nodes by group, rising within each

    /// <summary>Groups nodes with equal labels; any integers serve. Time and space O(n).</summary>
    /// <param name="labels">One label for each node.</param>
    public static Partition FromLabels(ReadOnlySpan<int> labels)
    {
        var numbers = new Dictionary<int, int>();
        var compact = new int[labels.Length];
        for (var node = 0; node < labels.Length; node++)
        {
            if (!numbers.TryGetValue(labels[node], out compact[node]))
            {
                numbers.Add(labels[node], compact[node] = numbers.Count);
            }
        }
        return new Partition(compact);
    }

    // Labels of 0 to n − 1: an array then serves where any integers need a dictionary.
    internal static Partition FromNodeLabels(int[] labels) => new(labels);

    Partition(int[] labels)
    {
        var (groupOf, sizes) = NumberByFirstNode(labels);
        var numberOf = NumbersBySize(sizes);
        _starts = new int[sizes.Length + 1];
        for (var group = 0; group < sizes.Length; group++)
        {
            _starts[numberOf[group] + 1] = sizes[group];
        }
        for (var number = 0; number < sizes.Length; number++)
        {
            _starts[number + 1] += _starts[number];
        }
        for (var node = 0; node < groupOf.Length; node++)
        {
            groupOf[node] = numberOf[groupOf[node]];
        }
        _groupOf = groupOf;
        _members = new int[labels.Length];
        var cursor = _starts.AsSpan(0, sizes.Length).ToArray();
        for (var node = 0; node < _groupOf.Length; node++)
        {
            _members[cursor[_groupOf[node]]++] = node;
        }
    }

    /// <summary>Number of groups.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _groupOf.Length;

    /// <summary>Group of <paramref name="node"/>, 0 to <see cref="Count"/> − 1; 0 is the largest.</summary>
    public int this[int node] => _groupOf[node];

    /// <summary>Group of each node.</summary>
    public ReadOnlySpan<int> Groups => _groupOf;

    /// <summary>Number of nodes in <paramref name="group"/>.</summary>
    public int SizeOf(int group) => _starts[group + 1] - _starts[group];

    /// <summary>Nodes of <paramref name="group"/>, rising.</summary>
    public ReadOnlySpan<int> MembersOf(int group) => _members.AsSpan(_starts[group], SizeOf(group));

    static (int[] GroupOf, int[] Sizes) NumberByFirstNode(int[] labels)
    {
        var groupOf = new int[labels.Length];
        var sizes = new List<int>();
        var numbers = new int[labels.Length]; // 1 + the group of a label, 0 until it is seen
        for (var node = 0; node < labels.Length; node++)
        {
            ref var number = ref numbers[labels[node]];
            if (number == 0)
            {
                sizes.Add(0);
                number = sizes.Count;
            }
            groupOf[node] = number - 1;
            sizes[number - 1]++;
        }
        return (groupOf, [.. sizes]);
    }

    // Counting sort, stable: equal sizes keep their order. A network of many isolated nodes has as many groups.
    static int[] NumbersBySize(int[] sizes)
    {
        var next = new int[(sizes.Length == 0 ? 0 : sizes.Max()) + 1]; // first free number of a size
        foreach (var size in sizes)
        {
            next[size]++;
        }
        for (var (size, start) = (next.Length - 1, 0); size >= 0; size--)
        {
            (next[size], start) = (start, start + next[size]);
        }
        return Array.ConvertAll(sizes, size => next[size]++);
    }
}
