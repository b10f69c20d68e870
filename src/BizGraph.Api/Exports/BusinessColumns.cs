using BizGraph.Model;
using static BizGraph.Api.Exports.ColumnText;

namespace BizGraph.Api.Exports;

/// <summary>The columns of a list of businesses, named so that an import takes the list as it is.</summary>
static class BusinessColumns
{
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<Column<Business>> All { get; } =
    [
        new("id", b => b.Id.Value),
        new("name", b => b.Facts.Name),
        new("kind", b => Of(b.Facts.Kind)),
        new("industry", b => b.Facts.Industry?.Title),
        new("industry_code", b => b.Facts.Industry?.Code),
        new("industry_scheme", b => b.Facts.Industry?.Scheme),
        new("address", b => b.Facts.Place?.Address),
        new("locality", b => b.Facts.Place?.Locality),
        new("region", b => b.Facts.Place?.Region),
        new("country", b => b.Facts.Place?.Country),
        new("postal_code", b => b.Facts.Place?.PostalCode),
        new("latitude", b => Of(b.Facts.Place?.Latitude), IsText: false),
        new("longitude", b => Of(b.Facts.Place?.Longitude), IsText: false),
        new("located_by", b => Of(b.Facts.Place?.LocatedBy)),
        new("ownership", b => Of(b.Facts.Ownership)),
        new("serves", b => Of(b.Facts.Serves)),
        new("employees", b => Of(b.Facts.Employees), IsText: false),
        new("turnover", b => Of(b.Facts.Turnover), IsText: false),
        new("spend", b => Of(b.Facts.Spend), IsText: false),
        new("currency", b => b.Facts.Currency),
        new("founded", b => Of(b.Facts.Founded), IsText: false),
        new("website", b => b.Facts.Website),
        new("email", b => b.Facts.Email, IsPrivate: true),
        new("phone", b => b.Facts.Phone, IsPrivate: true),
        new("offers", b => Of(b.Facts.Offers)),
        new("needs", b => Of(b.Facts.Needs)),
        new("open_to", b => Of(b.Facts.OpenTo)),
        new("not_with", b => Of(b.Facts.NotWith), IsPrivate: true),
        new("tags", b => Of(b.Facts.Tags)),
        new("networks", b => Of(b.Facts.Networks)),
        new("status", b => Of(b.Facts.Status)),
    ];
}
