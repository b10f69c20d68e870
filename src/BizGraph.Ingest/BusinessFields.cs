using BizGraph.Ingest.Values;
using static BizGraph.Ingest.Layouts.ValueForm;
using BusinessField = BizGraph.Ingest.Layouts.Field<BizGraph.Ingest.BusinessRow>;

namespace BizGraph.Ingest;

/// <summary>The columns of a list of businesses: name, what its cells say, and the other headers it goes by. A new column or word is one line.</summary>
static class BusinessFields
{
    const string Kinds = "business, public body, nonprofit, education, finance, media, person or other";
    const string Ownerships = "local independent, regional, national, international or unknown";

    // csharpier-ignore - a column is one line
    public static IReadOnlyList<BusinessField> All { get; } =
    [
        new("id", Text, (b, c) => b.Id = c.Text, "identifier", "business id", "node id"),
        new("name", Text, (b, c) => b.Name = c.Text, NameWords),
        new("kind", Text, (b, c) => b.Kind = c.Word(BusinessWords.Kinds, Kinds), "type", "Art"),
        new("industry", Text, TakeIndustry, "category", "classification", "sector", "trade", "Branche", "sector product type"),
        new("industry_code", Text, (b, c) => b.IndustryCode = c.Text, "sector code", "Branchencode"),
        new("industry_scheme", Text, (b, c) => b.IndustryScheme = c.Text),
        new("address", Text, (b, c) => b.Address = c.Text, "street", "street address", "location", "Straße", "Strasse", "Adresse", "Anschrift"),
        new("locality", Text, (b, c) => b.Locality = c.Text, "place", "town", "city", "village", "Ort", "Stadt"),
        new("region", Text, (b, c) => b.Region = c.Text, "county", "state", "province", "district", "Bundesland", "Landkreis", "Kreis"),
        new("country", Text, (b, c) => b.Country = c.Text, "Land", "Staat"),
        new("postal_code", Text, (b, c) => b.PostalCode = c.Text, "postcode", "zip", "zip code", "PLZ", "Postleitzahl"),
        new("latitude", Number, (b, c) => b.Latitude = c.Number(-90, 90, "degrees north, -90 to 90"), "lat", "Breite", "Breitengrad"),
        new("longitude", Number, (b, c) => b.Longitude = c.Number(-180, 180, "degrees east, -180 to 180"), "lng", "lon", "long", "Länge", "Längengrad"),
        new("located_by", Text, (b, c) => b.LocatedBy = c.Word(BusinessWords.Locators, "postal code or town")),
        new("ownership", Text, (b, c) => b.Ownership = c.Word(BusinessWords.Ownerships, Ownerships), "owned", "Eigentum"),
        new("serves", Text, (b, c) => b.Serves = c.Word(BusinessWords.ServedAreas, "local, regional, national or worldwide"), "market"),
        new("employees", Amount, (b, c) => b.Employees = c.Whole(0, int.MaxValue, "a whole number, 0 or more"), "number of workers", "staff", "headcount", "Mitarbeiter", "Beschäftigte"),
        new("turnover", Amount, (b, c) => b.Turnover = TakeMoney(b, c), "revenue", "annual turnover", "Umsatz"),
        new("spend", Amount, (b, c) => b.Spend = TakeMoney(b, c), "yearly spend", "annual spend", "Einkaufsvolumen"),
        new("currency", Text, (b, c) => b.Currency = c.Currency(), "Währung"),
        new("founded", Date, (b, c) => b.Founded = c.Date()?.First.Year, "year founded", "established", "Gründungsjahr", "gegründet"),
        new("website", Text, (b, c) => b.Website = c.Text, "web", "url", "homepage", "Webseite"),
        new("email", Text, (b, c) => b.Email = c.Text, "mail", "email address", "e-mail-adresse"),
        new("phone", Text, (b, c) => b.Phone = c.Text, "telephone", "phone number", "tel", "Telefon", "Telefonnummer"),
        new("offers", Text, (b, c) => b.Offers = c.Several(), "offer", "bietet", "Angebot", "Angebote"),
        new("needs", Text, (b, c) => b.Needs = c.Several(), "need", "wants", "sucht", "Bedarf"),
        new("open_to", Text, (b, c) => b.OpenTo = c.Several(), "offen für"),
        new("not_with", Text, (b, c) => b.NotWith = c.Several(), "nicht mit"),
        new("tags", Text, (b, c) => b.Tags = c.Several(), "tag", "labels", "keywords", "certifications", "Schlagworte", "Schlagwörter"),
        new("networks", Text, (b, c) => b.Networks = c.Several(), "network", "memberships", "Netzwerk", "Netzwerke"),
        new("status", Text, (b, c) => b.Status = c.Word(BusinessWords.Statuses, "active or closed")),
        new("description", Text, (_, c) => c.Keep(), "Beschreibung"),
        new("image", Text, (_, c) => c.Keep()),
        new(RefusedRow.ReasonHeader, Text, (_, c) => c.KeepUnlessReason()),
    ];

    static string[] NameWords =>
        [
            "business",
            "business name",
            "company",
            "company name",
            "organisation",
            "organization",
            "organisation name",
            "organization name",
            "primary organization",
            "label",
            "node label",
            "Firma",
            "Firmenname",
            "Unternehmen",
        ];

    // A title made of figures is a code.
    static void TakeIndustry(BusinessRow business, Cell cell)
    {
        if (IndustryText.IsCode(cell.Text))
        {
            business.IndustryCode ??= cell.Text;
        }
        else
        {
            business.IndustryTitle = cell.Text;
        }
    }

    static decimal? TakeMoney(BusinessRow business, Cell cell)
    {
        var amount = cell.Money(0, "an amount of money, 0 or more", out var currency);
        business.AmountCurrency ??= currency;
        return amount;
    }
}
