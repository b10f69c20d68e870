using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis;

/// <summary>What is known of words and industries apart from any network; people may bring their own.</summary>
public sealed record NetworkTables
{
    /// <summary>English and German words of local trade, and the purchases of United States industries by sector.</summary>
    public static NetworkTables Default { get; } = new();

    /// <summary>Words that mean the same where offers are held against needs.</summary>
    public Synonyms Synonyms { get; init; } = Synonyms.Default;

    /// <summary>Which industry buys from which.</summary>
    public IndustryTable Industries { get; init; } = IndustryTable.Default;

    /// <summary>Opens the text of a default table: <c>synonyms.txt</c>, <c>industry-purchases.csv</c> or <c>industry-sectors.csv</c>.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Stream OpenDefault(string name) =>
        typeof(NetworkTables).Assembly.GetManifestResourceStream(name)
        ?? throw new ArgumentException($"There is no table '{name}'.", nameof(name));
}
