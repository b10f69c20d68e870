using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>A business as the properties of its node.</summary>
static class BusinessProperties
{
    static readonly Place Nowhere = new();

    /// <summary>Every property that the store may write to a business beside its <c>id</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "name",
        "unnamed",
        "listed",
        "kind",
        .. IndustryProperties.Names,
        "address",
        "locality",
        "region",
        "country",
        "postalCode",
        "latitude",
        "longitude",
        "locatedBy",
        "ownership",
        "serves",
        "employees",
        "turnover",
        "turnover" + PropertyWriting.Exact,
        "spend",
        "spend" + PropertyWriting.Exact,
        "currency",
        "founded",
        "website",
        "email",
        "phone",
        "offers",
        "needs",
        "openTo",
        "notWith",
        "tags",
        "networks",
        "status",
        "attributes",
        "otherIds",
        "claims",
    ];

    /// <summary>Writes the properties but for the <c>id</c>, by which the node is found: an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="business">The business.</param>
    /// <param name="claims">Where it comes from, as <see cref="ClaimPlaces"/> writes it.</param>
    public static void Write(Utf8JsonWriter json, Business business, IReadOnlyList<string> claims)
    {
        var facts = business.Facts;
        json.WriteStartObject();
        json.WriteString("name", business.Name);
        json.Flag("unnamed", facts.Name is null ? true : null);
        json.WriteBoolean("listed", business.IsListed);
        json.Word("kind", facts.Kind);
        IndustryProperties.Write(json, facts.Industry);
        Write(json, facts.Place);
        json.Word("ownership", facts.Ownership);
        json.Word("serves", facts.Serves);
        json.Whole("employees", facts.Employees);
        json.Money("turnover", facts.Turnover);
        json.Money("spend", facts.Spend);
        json.Text("currency", facts.Currency);
        json.Whole("founded", facts.Founded);
        json.Text("website", facts.Website);
        json.Text("email", facts.Email);
        json.Text("phone", facts.Phone);
        json.Texts("offers", facts.Offers);
        json.Texts("needs", facts.Needs);
        json.Texts("openTo", facts.OpenTo);
        json.Texts("notWith", facts.NotWith);
        json.Texts("tags", facts.Tags);
        json.Texts("networks", facts.Networks);
        json.Word("status", facts.Status);
        json.Attributes(facts.Attributes);
        json.Texts("otherIds", [.. business.OtherIds.Select(id => id.Value)]);
        json.Texts("claims", claims);
        json.WriteEndObject();
    }

    /// <summary>Makes a business of the properties; null where it has no id, since then it is not the store's.</summary>
    public static Business? Read(PropertyBag read)
    {
        if (read.Text("id") is not { Length: > 0 } id)
        {
            return null;
        }

        var facts = new BusinessFacts
        {
            Name = read.Flag("unnamed") == true ? null : read.Text("name"),
            Kind = read.Word<BusinessKind>("kind"),
            Industry = IndustryProperties.Read(read),
            Place = ReadPlace(read),
            Ownership = read.Word<Ownership>("ownership"),
            Serves = read.Word<ServedArea>("serves"),
            Employees = (int?)read.Whole("employees"),
            Turnover = read.Money("turnover"),
            Spend = read.Money("spend"),
            Currency = read.Text("currency"),
            Founded = (int?)read.Whole("founded"),
            Website = read.Text("website"),
            Email = read.Text("email"),
            Phone = read.Text("phone"),
            Offers = read.Texts("offers"),
            Needs = read.Texts("needs"),
            OpenTo = read.Texts("openTo"),
            NotWith = read.Texts("notWith"),
            Tags = read.Texts("tags"),
            Networks = read.Texts("networks"),
            Status = read.Word<BusinessStatus>("status"),
            Attributes = read.Attributes(),
        };
        return new Business(new BusinessId(id), facts, read.Flag("listed") ?? true)
        {
            OtherIds = [.. read.Texts("otherIds").Select(other => new BusinessId(other))],
        };
    }

    static void Write(Utf8JsonWriter json, Place? place)
    {
        json.Text("address", place?.Address);
        json.Text("locality", place?.Locality);
        json.Text("region", place?.Region);
        json.Text("country", place?.Country);
        json.Text("postalCode", place?.PostalCode);
        json.Float("latitude", place?.Latitude);
        json.Float("longitude", place?.Longitude);
        json.Word("locatedBy", place?.LocatedBy);
    }

    static Place? ReadPlace(PropertyBag read)
    {
        var place = new Place
        {
            Address = read.Text("address"),
            Locality = read.Text("locality"),
            Region = read.Text("region"),
            Country = read.Text("country"),
            PostalCode = read.Text("postalCode"),
            Latitude = read.Float("latitude"),
            Longitude = read.Float("longitude"),
            LocatedBy = read.Word<LocatedBy>("locatedBy"),
        };
        return place == Nowhere ? null : place;
    }
}
