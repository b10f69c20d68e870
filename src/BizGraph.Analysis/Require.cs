namespace BizGraph.Analysis;

/// <summary>Refuses options and arguments that cannot be meant.</summary>
static class Require
{
    /// <summary>Refuses what is no node of a graph.</summary>
    public static void Nodes(CsrGraph graph, IEnumerable<int> nodes, string name)
    {
        foreach (var node in nodes)
        {
            That((uint)node < (uint)graph.NodeCount, name, node, $"nodes from 0 to {graph.NodeCount - 1}");
        }
    }

    /// <param name="holds">What must be true.</param>
    /// <param name="name">What is wrong, such as "Damping".</param>
    /// <param name="found">Its value.</param>
    /// <param name="expected">What it must be, with its range.</param>
    public static void That<T>(bool holds, string name, T found, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException($"{name}: found {found}, expected {expected}.");
        }
    }
}
