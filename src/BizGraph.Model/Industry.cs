namespace BizGraph.Model;

/// <summary>A line of trade: a code of a classification, a title, or both.</summary>
/// <param name="Code">The code as written, where there is one.</param>
/// <param name="Scheme">The classification of the code: NAICS, NACE, SIC, UK SIC, CPV, ...</param>
/// <param name="Title">In words.</param>
public sealed record Industry(string? Code = null, string? Scheme = null, string? Title = null)
{
    /// <summary>These parts, and the older ones where nothing was said. A code keeps its scheme and title.</summary>
    public Industry Over(Industry? older) =>
        older is null ? this
        : Code is null ? new Industry(older.Code, older.Scheme ?? Scheme, Title ?? older.Title)
        : Code != older.Code ? this
        : new Industry(Code, Scheme ?? older.Scheme, Title ?? older.Title);

    /// <summary>The title, else the code.</summary>
    public override string ToString() => Title ?? Code ?? string.Empty;
}
