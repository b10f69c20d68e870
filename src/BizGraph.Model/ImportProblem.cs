namespace BizGraph.Model;

/// <summary>What is wrong with a row: the place, what was found there, what was expected.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="File">The file's name.</param>
/// <param name="Row">Row number from 1, the header being row 1; null where it concerns the whole file.</param>
/// <param name="Column">The header of the column; null where it concerns the whole row.</param>
/// <param name="Found">What stands there, shortened.</param>
/// <param name="Expected">What would do.</param>
/// <param name="Count">How many times it is there, where it is said once for a column or a word; <paramref name="Row"/> is the first.</param>
public sealed record ImportProblem(
    ImportProblemKind Kind,
    string File,
    long? Row,
    string? Column,
    string Found,
    string Expected,
    long Count = 1
)
{
    /// <summary>Whether the row was refused; otherwise it was taken and this is a remark.</summary>
    public bool IsRefusal => Kind.IsRefusal();

    /// <summary>One sentence: place, found, expected.</summary>
    public override string ToString() =>
        $"{File}{(Row is { } row ? $", row {row}" : "")}{(Column is { } column ? $", column \"{column}\"" : "")}: found {Found}; expected {Expected}"
        + (Count > 1 ? $" ({Count} times)." : ".");
}

/// <summary>The sorts of problem.</summary>
public enum ImportProblemKind
{
    /// <summary>A column that no field takes: kept as an attribute.</summary>
    UnknownColumn,

    /// <summary>A header that stands twice: the second column is kept under a numbered name.</summary>
    DuplicateHeader,

    /// <summary>A cell that must be filled is empty.</summary>
    MissingValue,

    /// <summary>A business without a name takes its id for it.</summary>
    MissingName,

    /// <summary>A value that does not fit its column's type: kept as an attribute.</summary>
    NotAValue,

    /// <summary>A number outside its range: kept as an attribute.</summary>
    OutOfRange,

    /// <summary>A word for the relation that is not known: the tie becomes <see cref="RelationshipType.Knows"/>.</summary>
    UnknownWord,

    /// <summary>A date that can be read as two days.</summary>
    AmbiguousDate,

    /// <summary>A tie from a business to itself: kept as data, out of the graph.</summary>
    SelfTie,

    /// <summary>An end of a tie that fits several businesses: the tie is held.</summary>
    AmbiguousEnd,

    /// <summary>A row with more cells than the header, or fewer.</summary>
    CellCount,

    /// <summary>A quote that is opened and not closed, or stands where none may.</summary>
    BadQuote,

    /// <summary>A row or cell longer than the limit.</summary>
    TooLarge,

    /// <summary>Bytes that are no text in the file's encoding.</summary>
    BadEncoding,

    /// <summary>A file that cannot be read at all.</summary>
    UnreadableFile,

    /// <summary>A file with a header and no row below it.</summary>
    NoRows,

    /// <summary>A sheet of a workbook, or a file of an archive, that is no list: left out.</summary>
    WrongSheet,

    /// <summary>A workbook or archive that is locked with a password.</summary>
    EncryptedFile,

    /// <summary>A file that is cut short or broken.</summary>
    DamagedFile,

    /// <summary>A file that is over the limit, or would unpack to more.</summary>
    OverLimit,

    /// <summary>An archive inside an archive.</summary>
    NestedArchive,

    /// <summary>XML with a document type definition or entities.</summary>
    UnsafeXml,

    /// <summary>A cell with an Excel error, such as #REF!: it says nothing.</summary>
    CellError,

    /// <summary>A formula whose value the workbook does not hold: it says nothing.</summary>
    FormulaWithoutValue,

    /// <summary>A cell that a spreadsheet program would take for a formula: kept as it is.</summary>
    FormulaLike,

    /// <summary>A row of a business that an earlier row of the file says otherwise: the later one counts, cell by cell.</summary>
    ConflictingRow,

    /// <summary>A row that an earlier row of the file says already.</summary>
    DuplicateRow,

    /// <summary>A meeting of more businesses than tell who knows whom: left out.</summary>
    EventTooLarge,

    /// <summary>An award that did not come about: left out.</summary>
    NoAward,

    /// <summary>A line that is not whole JSON.</summary>
    DamagedRow,

    /// <summary>Something of a graph file that is no tie between two, such as a hyperedge: left out.</summary>
    NotATie,

    /// <summary>A tie that an earlier list of the import names, too: of the two the later one speaks.</summary>
    RepeatedTie,

    /// <summary>A cell that names several businesses with | between them: a tie to each.</summary>
    SeveralEnds,

    /// <summary>An answer that is neither yes nor no: the question stays open.</summary>
    UnclearAnswer,

    /// <summary>A postal code or town that the table of places does not have: the business stays unlocated.</summary>
    UnknownPlace,

    /// <summary>A postal code or town that the table of places has several times, far apart: the business stays unlocated.</summary>
    AmbiguousPlace,

    /// <summary>A row of the table of places that locates nothing: passed over.</summary>
    UnusablePlace,

    /// <summary>A row that names a business which was erased on request.</summary>
    ErasedOnRequest,
}

/// <summary>What follows from the sort of a problem.</summary>
public static class ImportProblemKinds
{
    /// <summary>Whether the row, or the file, was refused for it.</summary>
    public static bool IsRefusal(this ImportProblemKind kind) =>
        kind
            is ImportProblemKind.MissingValue
                or ImportProblemKind.BadQuote
                or ImportProblemKind.TooLarge
                or ImportProblemKind.UnreadableFile
                or ImportProblemKind.EncryptedFile
                or ImportProblemKind.DamagedFile
                or ImportProblemKind.OverLimit
                or ImportProblemKind.NestedArchive
                or ImportProblemKind.UnsafeXml
                or ImportProblemKind.DamagedRow
                or ImportProblemKind.UnclearAnswer
                or ImportProblemKind.ErasedOnRequest;
}
