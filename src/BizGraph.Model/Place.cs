namespace BizGraph.Model;

/// <summary>Where a business is. Each part may be unsaid; no coordinates means unlocated, never 0,0.</summary>
public sealed record Place
{
    /// <summary>Street and number.</summary>
    public string? Address { get; init; }

    /// <summary>Town, city or village.</summary>
    public string? Locality { get; init; }

    /// <summary>County, state or district.</summary>
    public string? Region { get; init; }

    /// <summary>Country, as its source writes it.</summary>
    public string? Country { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Degrees north, -90 to 90; said together with <see cref="Longitude"/> or not at all.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, -180 to 180.</summary>
    public double? Longitude { get; init; }

    /// <summary>These parts, and the older ones where nothing was said. Coordinates go together.</summary>
    public Place Over(Place? older) =>
        older is null
            ? this
            : new Place
            {
                Address = Address ?? older.Address,
                Locality = Locality ?? older.Locality,
                Region = Region ?? older.Region,
                Country = Country ?? older.Country,
                PostalCode = PostalCode ?? older.PostalCode,
                Latitude = Latitude is null ? older.Latitude : Latitude,
                Longitude = Latitude is null ? older.Longitude : Longitude,
            };
}
