namespace BizGraph.Analysis.Communities;

/// <summary>Labels of nodes, each in 0 to n − 1.</summary>
static class Labels
{
    /// <summary>Renumbers labels 0 to k − 1 by first appearance, in place; returns k.</summary>
    public static int Compact(int[] labels)
    {
        var numberOf = new int[labels.Length];
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

    /// <summary>Follows each entry one map further.</summary>
    public static void Compose(int[] labels, int[] map)
    {
        for (var node = 0; node < labels.Length; node++)
        {
            labels[node] = map[labels[node]];
        }
    }
}
