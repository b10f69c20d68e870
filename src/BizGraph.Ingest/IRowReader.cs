using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>The rows of one table, one after the other, the blank ones among them. The first that is not blank is the header.</summary>
/// <remarks>A reader throws <see cref="Files.UnreadableFileException"/> where it cannot go on; what is wrong with one row is its <see cref="Fault"/>.</remarks>
interface IRowReader : IDisposable
{
    /// <summary>The number of the current row as a person counts; it never falls. Where the file itself has no header row, the header is row 0.</summary>
    long Row { get; }

    /// <summary>Which of several rows it is that stand in one row of the file, from 0.</summary>
    int Part => 0;

    /// <summary>Whether the next row has another number.</summary>
    bool EndsRow => true;

    /// <summary>What is wrong with the current row; its cells cannot be read then.</summary>
    RowFault? Fault { get; }

    /// <summary>What is wrong with single cells of the current row; they are empty.</summary>
    IReadOnlyList<CellFault> CellFaults => [];

    /// <summary>The number of cells of the current row.</summary>
    int Count { get; }

    /// <summary>Whether a row may have fewer cells than the header.</summary>
    bool MayBeShort => false;

    /// <summary>About how many bytes the current row takes; 0 where it is at fault.</summary>
    int Length { get; }

    /// <summary>Whether nothing stands in the current row.</summary>
    bool IsBlank { get; }

    /// <summary>A cell of the current row, trimmed; empty where the row is too short.</summary>
    string this[int column] { get; }

    /// <summary>Goes to the next row. False at the end of the table.</summary>
    bool Read();
}

/// <summary>Why a row could not be read.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Found">The beginning of the row.</param>
/// <param name="Expected">What would do.</param>
sealed record RowFault(ImportProblemKind Kind, string Found, string Expected);

/// <summary>Why a cell could not be read.</summary>
/// <param name="Column">Its place, from 0.</param>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would do.</param>
readonly record struct CellFault(int Column, ImportProblemKind Kind, string Found, string Expected);
