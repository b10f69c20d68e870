using BizGraph.Model;

namespace BizGraph.Ingest.Previews;

/// <summary>What an import would come to: how its files are understood, and what would change.</summary>
public sealed record ImportPreview
{
    /// <summary>The lists in the files, in order. A table of several lists has one for each.</summary>
    public required IReadOnlyList<ListPreview> Lists { get; init; }

    /// <summary>What the rows come to, with all problems and what would change in the network.</summary>
    public required ImportReport Report { get; init; }

    /// <summary>The number of the import that took in the same files in the same way and counts already; then nothing is to be done. Else null.</summary>
    public int? KnownAs { get; init; }

    /// <summary>Whether the files are all that their source says, so that what they do not name goes.</summary>
    public bool ReplacesSource { get; init; }

    /// <summary>Whether an import of the same files was interrupted; the import goes on with it.</summary>
    public bool IsResumed { get; init; }

    /// <summary>How many businesses there were, where that is too many to look for ones that are written differently.</summary>
    public int? TooManyToMatch { get; init; }
}

/// <summary>How one list is understood.</summary>
/// <param name="Table">The file's name, and behind it the table's where the file holds several.</param>
/// <param name="Kind">What its rows are: businesses, ties, ledger rows, attendance or decisions.</param>
/// <param name="HeaderRow">The row of its headers, from 1; 0 where the file has no header row.</param>
/// <param name="Columns">Its columns, from left to right.</param>
/// <param name="FirstRows">The first rows that are taken, at most <see cref="MostRows"/>.</param>
public sealed record ListPreview(
    string Table,
    string Kind,
    long HeaderRow,
    IReadOnlyList<ColumnPreview> Columns,
    IReadOnlyList<RowPreview> FirstRows
)
{
    /// <summary>The fields that a column of such a list may fill.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How many rows of a list a preview shows.</summary>
    public const int MostRows = 5;
}

/// <summary>What a column is taken for.</summary>
/// <param name="Header">Its header; numbered where several are alike.</param>
/// <param name="Field">The field that it fills; null where it is kept as an attribute.</param>
/// <param name="Confidence">How sure that is: 1 where it was named by hand or has the field's own name, 0.9 for another word for the field, 0.7 for a word in part of the header; null where it fills none.</param>
public sealed record ColumnPreview(string Header, string? Field, double? Confidence);

/// <summary>A row as it would be taken.</summary>
/// <param name="Row">Its number, the header being row 1.</param>
/// <param name="Claims">What it says, at most <see cref="MostClaims"/>; empty where it says nothing that is kept, such as a question that is not answered.</param>
public sealed record RowPreview(long Row, IReadOnlyList<Claim> Claims)
{
    /// <summary>How many claims of a row a preview shows.</summary>
    public const int MostClaims = 10;
}
