namespace BizGraph.Model;

/// <summary>One run of taking in files, as the store keeps it.</summary>
public sealed record Import
{
    /// <summary>The source of what people decide by hand; files cannot have it.</summary>
    public const string ByHand = "by hand";

    /// <summary>Its number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Whose data it is.</summary>
    public required string Source { get; init; }

    /// <summary>The files, in the order in which they were given.</summary>
    public required IReadOnlyList<ImportFile> Files { get; init; }

    /// <summary>How far it got.</summary>
    public required ImportState State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it finished, if it did.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The network version that it made or left; null before it finished.</summary>
    public long? Version { get; init; }

    /// <summary>What its rows came to; null before it finished.</summary>
    public ImportReport? Report { get; init; }
}

/// <summary>How far an import got.</summary>
public enum ImportState
{
    /// <summary>A process is taking in its rows; nothing of it shows yet.</summary>
    Running,

    /// <summary>It stopped before its end; running it again goes on where it stopped, undoing it drops what it left.</summary>
    Interrupted,

    /// <summary>It finished and counts.</summary>
    Finished,

    /// <summary>It was undone: kept, but it counts no more.</summary>
    Undone,
}

/// <summary>A file of an import, or one table of a file that holds several, known by its bytes.</summary>
/// <param name="Name">The name without folders, followed by the table's where there is one.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal; of a table, the one of its file's and its name.</param>
/// <param name="Bytes">The length of the file.</param>
public sealed record ImportFile(string Name, string Sha256, long Bytes);

/// <summary>What an import is asked to take in. The same plan again is the same import.</summary>
/// <param name="Source">Whose data it is: ids are one space per source.</param>
/// <param name="Files">The files, in the order in which they are read.</param>
/// <param name="Columns">Columns named by hand, as <c>field=header</c>, in order.</param>
/// <param name="AllNew">Whether its ledger rows count even where another file has them already.</param>
/// <param name="ReplacesSource">Whether it is all that its source says: earlier imports of the source count no more for as long as this one does.</param>
public sealed record ImportPlan(
    string Source,
    IReadOnlyList<ImportFile> Files,
    IReadOnlyList<string> Columns,
    bool AllNew = false,
    bool ReplacesSource = false
);

/// <summary>What an import's rows came to.</summary>
public sealed record ImportReport
{
    /// <summary>Rows read, blank ones and headers left out.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows taken in.</summary>
    public long RowsTaken { get; init; }

    /// <summary>Rows refused; <see cref="Problems"/> says why.</summary>
    public long RowsRefused { get; init; }

    /// <summary>How many problems there were in all; <see cref="Problems"/> holds the first of each kind.</summary>
    public long ProblemCount { get; init; }

    /// <summary>The first problems of each kind.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>How many problems of each kind there were, those that <see cref="Problems"/> leaves out among them.</summary>
    public IReadOnlyDictionary<ImportProblemKind, long> ProblemCounts { get; init; } = new Dictionary<ImportProblemKind, long>();

    /// <summary>What came of it in the network.</summary>
    public ImportChanges Changes { get; init; } = new();
}

/// <summary>What finishing or undoing an import did to what is shown.</summary>
public sealed record ImportChanges
{
    /// <summary>Businesses that are shown now and were not before, those named only in ties among them.</summary>
    public long BusinessesAdded { get; init; }

    /// <summary>Those of the added ones that no row lists: an end of a tie alone names them.</summary>
    public long NamedOnlyInTies { get; init; }

    /// <summary>Businesses shown otherwise than before.</summary>
    public long BusinessesChanged { get; init; }

    /// <summary>Businesses that the import lists and that were shown the same before.</summary>
    public long BusinessesUnchanged { get; init; }

    /// <summary>Businesses that are shown no more.</summary>
    public long BusinessesRemoved { get; init; }

    /// <summary>Ids that mean a business of another id now, and did not before.</summary>
    public long BusinessesMerged { get; init; }

    /// <summary>Pairs that may be one business, which a person is asked about.</summary>
    public long Questions { get; init; }

    /// <summary>Ties that are shown now and were not before.</summary>
    public long RelationshipsAdded { get; init; }

    /// <summary>Ties shown otherwise than before.</summary>
    public long RelationshipsChanged { get; init; }

    /// <summary>Ties between businesses that a row of the import ties, shown the same before.</summary>
    public long RelationshipsUnchanged { get; init; }

    /// <summary>Ties that are shown no more.</summary>
    public long RelationshipsRemoved { get; init; }

    /// <summary>Ledger rows that another file, or the same document number, had already: kept, but not counted again.</summary>
    public long KnownAlready { get; init; }

    /// <summary>Rows of a list that repeat an earlier row of their file word for word; they add up.</summary>
    public long Repeated { get; init; }

    /// <summary>Ties held because an end fits several businesses.</summary>
    public long Held { get; init; }

    /// <summary>Ties from a business to itself: kept as data, out of the graph.</summary>
    public long SelfTies { get; init; }

    /// <summary>Whether anything shown is other than before.</summary>
    public bool Any =>
        BusinessesAdded + BusinessesChanged + BusinessesRemoved + RelationshipsAdded + RelationshipsChanged + RelationshipsRemoved
        > 0;
}
