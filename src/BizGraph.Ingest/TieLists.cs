using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest;

/// <summary>What a list of ties must know of the others of its import.</summary>
sealed class TieLists(RecognisedFiles files)
{
    /// <summary>All lists of the import.</summary>
    public IReadOnlyList<Layout> All { get; } = [.. files.Tables.SelectMany(table => table.Layouts.Values)];

    /// <summary>What words for relations are said to mean, by their folded form.</summary>
    public IReadOnlyDictionary<string, RelationWord> Words => files.Words;

    /// <summary>The ties that were named so far; null where only one table has any.</summary>
    public SeenTies? Seen { get; } =
        files.Tables.Count(table => table.Layouts.Values.Any(layout => layout.Kind == LayoutKind.Ties)) > 1
            ? new SeenTies()
            : null;
}
