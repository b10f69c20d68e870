namespace BizGraph.Analysis;

/// <summary>Refuses options and arguments that cannot be meant.</summary>
static class Require
{
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
