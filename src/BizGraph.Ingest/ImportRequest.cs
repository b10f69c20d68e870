using BizGraph.Ingest.Mappings;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What is to be taken in, and how.</summary>
public sealed record ImportRequest
{
    /// <summary>The files, in the order in which they are read. Lists of businesses and of ties may come in any order.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Whose data it is: ids are one space per source.</summary>
    public string Source { get; init; } = BusinessId.DefaultSource;

    /// <summary>Columns named by hand, each as <c>field=header</c>, such as <c>from=buyer</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What a mapping file says of columns and words; <see cref="Columns"/> go first.</summary>
    public ImportMapping Mapping { get; init; } = ImportMapping.None;

    /// <summary>Tables of postal codes or towns with their coordinates; one of a single country as <c>DE=FILE</c>.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Whether ledger rows count even where another file has them already.</summary>
    public bool AllNew { get; init; }

    /// <summary>Whether businesses that are written differently are looked for.</summary>
    public bool IsMatched { get; init; } = true;

    /// <summary>Whether the files are all that their source says: what earlier imports of it said counts no more.</summary>
    public bool ReplacesSource { get; init; }

    /// <summary>Whether a full load may take away more than a fifth of what its source showed.</summary>
    public bool MayRetireMost { get; init; }
}
