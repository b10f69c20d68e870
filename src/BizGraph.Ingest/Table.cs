namespace BizGraph.Ingest;

/// <summary>One of the tables that a file holds: a sheet of a workbook, the nodes or the edges of a graph, or all of a CSV file.</summary>
/// <param name="Name">What it is called in its file, such as <c>sheet Members</c>; null where the file is the table.</param>
/// <param name="Read">Its rows, given the bytes of the file; the reader disposes them. It may be called any number of times.</param>
sealed record Table(string? Name, Func<Stream, IRowReader> Read)
{
    /// <summary>Whether two blank rows may part one list from the next.</summary>
    public bool HasSections { get; init; }

    /// <summary>Whether its first row only names the separator.</summary>
    public bool HasHint { get; init; }

    /// <summary>Whether amounts are written with a decimal comma where nothing tells.</summary>
    public bool PrefersDecimalComma { get; init; }

    /// <summary>Whether cells must be looked at for characters that are none.</summary>
    public bool MayHoldBadText { get; init; }

    /// <summary>Whether the reader names its columns itself, so that one without a field surprises nobody.</summary>
    public bool NamesColumns { get; init; }

    /// <summary>What of it is no row and was passed over; null for nothing.</summary>
    public RowFault? LeftOut { get; init; }

    /// <summary>Whether the bytes are read from the first to the last, once.</summary>
    public bool IsSequential { get; init; }
}
