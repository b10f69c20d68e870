using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>Where a business is. What no source said is null.</summary>
[ObjectType<Place>]
[GraphQLName("Place")]
static class PlaceNode
{
    /// <summary>Street and number.</summary>
    public static string? Address([Parent] Place place) => place.Address;

    /// <summary>Town, city or village.</summary>
    public static string? Locality([Parent] Place place) => place.Locality;

    /// <summary>County, state or district.</summary>
    public static string? Region([Parent] Place place) => place.Region;

    /// <summary>Country, as its source writes it.</summary>
    public static string? Country([Parent] Place place) => place.Country;

    /// <summary>Postal code.</summary>
    public static string? PostalCode([Parent] Place place) => place.PostalCode;

    /// <summary>Degrees north.</summary>
    public static double? Latitude([Parent] Place place) => place.Latitude;

    /// <summary>Degrees east.</summary>
    public static double? Longitude([Parent] Place place) => place.Longitude;

    /// <summary>What a table of places found the coordinates by; null where the source itself says them.</summary>
    public static LocatedBy? LocatedBy([Parent] Place place) => place.LocatedBy;
}
