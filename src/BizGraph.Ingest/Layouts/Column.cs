using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>A column of a file.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Title">Its header as written.</param>
/// <param name="Header">Its header; numbered where another column has the same, so that it names one column.</param>
/// <param name="Field">The field that it fills; null where it is kept as an attribute.</param>
sealed record Column(int Index, string Title, string Header, Field? Field)
{
    /// <summary>How sure it is that the field is the one meant, above 0 to 1; null where it fills none.</summary>
    public double? Confidence { get; init; }

    /// <summary>How it writes numbers.</summary>
    public DecimalMark Mark { get; set; }

    /// <summary>How it writes dates.</summary>
    public DateOrder Order { get; set; }

    /// <summary>Whether all of its cells are words for a direction, and at least one is there.</summary>
    public bool SaysDirections { get; set; }

    /// <summary>Whether most of its cells are known words for a relation.</summary>
    public bool SaysRelations { get; set; }

    /// <summary>Whether people said that it is to be kept as an attribute.</summary>
    public bool IsKeptByHand { get; init; }
}
