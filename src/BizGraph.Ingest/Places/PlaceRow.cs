using BizGraph.Ingest.Layouts;
using static BizGraph.Ingest.Layouts.ValueForm;
using PlaceField = BizGraph.Ingest.Layouts.Field<BizGraph.Ingest.Places.PlaceRow>;

namespace BizGraph.Ingest.Places;

/// <summary>What the cells of one row of a table of places say.</summary>
sealed class PlaceRow
{
    public string? PostalCode { get; set; }
    public string? Town { get; set; }
    public string? Region { get; set; }
    public string? Country { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }

    /// <summary>A table of places: postal codes, towns or both, with their coordinates.</summary>
    // csharpier-ignore - a column is one line
    public static LayoutKind List { get; } =
        new(
            "places",
            [
                new PlaceField("postal_code", Text, (p, c) => p.PostalCode = c.Text, "postcode", "zip", "zip code", "postal", "code", "outcode", "outward code", "PLZ", "Postleitzahl"),
                new PlaceField("town", Text, (p, c) => p.Town = c.Text, "locality", "city", "place", "place name", "village", "Ort", "Ortsname", "Stadt", "Gemeinde", "name"),
                new PlaceField("region", Text, (p, c) => p.Region = c.Text, "state", "province", "county", "district", "Bundesland", "Landkreis", "Kreis"),
                new PlaceField("country", Text, (p, c) => p.Country = c.Text, "country code", "Land", "Staat"),
                new PlaceField("latitude", Number, (p, c) => p.Latitude = c.Number(-90, 90, "degrees north, -90 to 90"), "lat", "Breite", "Breitengrad"),
                new PlaceField("longitude", Number, (p, c) => p.Longitude = c.Number(-180, 180, "degrees east, -180 to 180"), "lon", "lng", "long", "Länge", "Längengrad"),
            ],
            [
                ["postal_code", "latitude", "longitude"],
                ["town", "latitude", "longitude"],
            ]
        );

    /// <summary>Whether it is of use; 0,0 is where programs put what they do not know.</summary>
    public bool IsUsable =>
        (PostalCode is not null || Town is not null)
        && Latitude is not null
        && Longitude is not null
        && (Latitude != 0 || Longitude != 0);
}
