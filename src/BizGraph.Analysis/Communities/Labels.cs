using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Labels of nodes, each in 0 to n − 1.</summary>
static class Labels
{
    /// <summary>A label of its own for each node.</summary>
    public static int[] Singles(int nodeCount)
    {
        var labels = LargeArray.Uninitialized<int>(nodeCount);
        for (var node = 0; node < nodeCount; node++)
        {
            labels[node] = node;
        }
        return labels;
    }

    /// <summary>Renumbers labels 0 to k − 1 by first appearance, in place; returns k.</summary>
    public static int Compact(int[] labels)
    {
        var numberOf = LargeArray.Zeroed<int>(labels.Length);
        var count = 0;
        for (var node = 0; node < labels.Length; node++)
        {
            ref var number = ref numberOf[labels[node]];
            if (number == 0)
            {
                number = ++count;
            }
            labels[node] = number - 1;
        }
        return count;
    }

    /// <summary>Each entry followed one map further.</summary>
    public static int[] Composed(int[] labels, int[] map)
    {
        var composed = LargeArray.Uninitialized<int>(labels.Length);
        for (var node = 0; node < labels.Length; node++)
        {
            composed[node] = map[labels[node]];
        }
        return composed;
    }

    /// <summary>The nodes of each label, those of label k from Starts[k] on, in the given order (null: rising).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int[] Starts, int[] Members) Members(int[] labels, int count, int[]? order = null)
    {
        var starts = new int[count + 1];
        foreach (var label in labels)
        {
            starts[label + 1]++;
        }
        for (var label = 0; label < count; label++)
        {
            starts[label + 1] += starts[label];
        }
        var cursor = starts.ToArray();
        var members = LargeArray.Uninitialized<int>(labels.Length);
        for (var place = 0; place < labels.Length; place++)
        {
            var node = order is null ? place : order[place];
            members[cursor[labels[node]]++] = node;
        }
        return (starts, members);
    }
}
