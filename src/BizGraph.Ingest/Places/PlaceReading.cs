using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Places;

/// <summary>Reads files with tables of places.</summary>
/// <param name="places">Where their rows go.</param>
/// <param name="remark">Told of what was passed over.</param>
/// <param name="cancellation">Stops it.</param>
sealed class PlaceReading(PlaceTable places, Action<ImportProblem> remark, CancellationToken cancellation)
{
    static readonly NamedColumns Named = NamedColumns.Only(
        PlaceRow.List,
        "a table of places: a column for the postal code (postcode, zip, PLZ, code) or the town (town, city, Ort), one for the latitude and one for the longitude"
    );

    /// <summary>Reads one file.</summary>
    /// <exception cref="UnreadableFileException">It holds no table of places, or more rows than can be kept in memory.</exception>
    public async Task RunAsync(PlaceFile file)
    {
        foreach (var table in await new FileTables(Named, _ => { }, cancellation).RecogniseAsync(file.Path, remark))
        {
            Read(table, file.Country);
        }
    }

    void Read(IncomingTable table, string? country)
    {
        places.Begin($"places {country}={table.File.Sha256}");
        using var list = table.Open(Named, out _);
        list.ReadHeader();
        var cells = CellsOf(list.Layout!, table);
        var (layout, unusable, first) = (list.Layout!, 0L, 0L);
        while (list.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!ReferenceEquals(layout, list.Layout))
            {
                layout = list.Layout!;
                cells = CellsOf(layout, table);
            }

            var place = new PlaceRow { Country = country };
            if (list.Row.Fault is null)
            {
                cells.Read(list.Row, place);
            }

            if (place.IsUsable)
            {
                places.Add(place);
            }
            else
            {
                first = unusable++ == 0 ? list.Row.Row : first;
            }
        }

        if (!table.Scan.IsUnchanged)
        {
            throw new IOException($"{table.Name} was changed while it was read");
        }

        if (unusable > 0)
        {
            var found = unusable == 1 ? "a row that locates nothing" : $"{unusable:N0} rows that locate nothing, this one first";
            const string Expected = "a postal code or town, with a latitude and a longitude that are not both 0; passed over";
            remark(new ImportProblem(ImportProblemKind.UnusablePlace, table.Name, first, null, found, Expected));
        }
    }

    // What single cells have wrong is no problem of the import: its row locates nothing, which is said.
    static RowCells<PlaceRow> CellsOf(Layout layout, IncomingTable table) =>
        new(layout, table.Name, mayHoldBadText: false, new ProblemLog());
}
