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

    /// <summary>What a table of places found the coordinates by; null where the source itself says them.</summary>
    public LocatedBy? LocatedBy { get; init; }

    /// <summary>These parts, and the older ones where nothing was said. Coordinates go together; a source's own stand above those of a table.</summary>
    public Place Over(Place? older)
    {
        if (older is null)
        {
            return this;
        }

        var located = Sureness < older.Sureness ? older : this;
        return new Place
        {
            Address = Address ?? older.Address,
            Locality = Locality ?? older.Locality,
            Region = Region ?? older.Region,
            Country = Country ?? older.Country,
            PostalCode = PostalCode ?? older.PostalCode,
            Latitude = located.Latitude,
            Longitude = located.Longitude,
            LocatedBy = located.LocatedBy,
        };
    }

    int Sureness =>
        Latitude is null ? 0
        : LocatedBy is null ? 2
        : 1;
}

/// <summary>What a table of places found coordinates by.</summary>
public enum LocatedBy
{
    /// <summary>The postal code: they are those of its middle.</summary>
    PostalCode,

    /// <summary>The town.</summary>
    Town,
}
