namespace BizGraph.Ingest.Places;

/// <summary>A table of places as it is named: a file, or <c>DE=FILE</c> for one whose rows are all of one country and do not say so.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Country">The country of rows that say none; null where none is named.</param>
readonly record struct PlaceFile(string Path, string? Country)
{
    /// <summary>Takes apart what a person named.</summary>
    public static PlaceFile Of(string named) =>
        named.IndexOf('=', StringComparison.Ordinal) == 2 && !File.Exists(named)
            ? new PlaceFile(named[3..], named[..2])
            : new PlaceFile(named, null);
}
