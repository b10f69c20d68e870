using System.Globalization;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Places;

/// <summary>Settles where the business of a row is: by the row's own coordinates, else by a table of places.</summary>
/// <param name="cells">The row's cells.</param>
/// <param name="layout">Its list.</param>
/// <param name="places">The table; null where there is none.</param>
sealed class RowLocation(RowCells<BusinessRow> cells, Layout layout, PlaceTable? places)
{
    readonly Column? _latitude = layout.ColumnOf("latitude");
    readonly Column? _longitude = layout.ColumnOf("longitude");

    /// <summary>Takes back coordinates that are none, and looks up those that are missing.</summary>
    public void Settle(BusinessRow business, IRowReader row)
    {
        if (business.Latitude is null || business.Longitude is null)
        {
            DropHalf(business, row);
        }
        else if (business is { Latitude: 0, Longitude: 0 })
        {
            Say(
                ImportProblemKind.OutOfRange,
                _latitude!.Header,
                "0,0, which is in the sea",
                "the place, or no coordinates; kept as attributes"
            );
            Drop(business, row);
        }

        business.LocatedBy = business.Latitude is null ? null : business.LocatedBy;
        if (business.Latitude is null && places is not null)
        {
            Locate(business, places);
        }
    }

    void DropHalf(BusinessRow business, IRowReader row)
    {
        var (there, missing) = business.Latitude is not null ? (_latitude, "longitude") : (_longitude, "latitude");
        if (business.Latitude is null && business.Longitude is null)
        {
            return;
        }

        Say(ImportProblemKind.NotAValue, there!.Header, row[there.Index], $"a {missing} beside it; kept as an attribute");
        Drop(business, row);
    }

    void Drop(BusinessRow business, IRowReader row)
    {
        foreach (var column in new[] { _latitude, _longitude })
        {
            if (column is not null && row[column.Index] is { Length: > 0 } text)
            {
                cells.Cell.KeepAs(column.Header, text);
            }
        }

        (business.Latitude, business.Longitude) = (null, null);
    }

    void Locate(BusinessRow business, PlaceTable table)
    {
        if (table.Find(business.PostalCode, business.Locality, business.Region, business.Country) is not { } found)
        {
            return;
        }

        if (found.Coordinates is var (latitude, longitude))
        {
            (business.Latitude, business.Longitude, business.LocatedBy) = (latitude, longitude, found.By);
            return;
        }

        var header = layout.HeaderOf(found.By == LocatedBy.PostalCode ? "postal_code" : "locality");
        if (found.Count == 0)
        {
            Say(ImportProblemKind.UnknownPlace, header, found.Text, "one that the table of places has; not located");
        }
        else
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Text}, which the table of places has {found.Count:N0} times, far apart"
            );
            Say(ImportProblemKind.AmbiguousPlace, header, text, "a postal code, region or country that tells which; not located");
        }
    }

    void Say(ImportProblemKind kind, string header, string found, string expected) =>
        cells.SayOnce(kind, header, found, expected);
}
