using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Places;

/// <summary>What people call countries, as far as tables of places and lists of businesses write them differently. A new country is one line.</summary>
static class CountryWords
{
    public const string UnitedStates = "US";
    public const string Germany = "DE";

    static readonly WordTable<string> Table = new(
        ("GB", ["GB", "GBR", "UK", "United Kingdom", "Great Britain", "Britain", "Vereinigtes Königreich", "Großbritannien"]),
        ("GB", ["England", "ENG", "Scotland", "SCT", "Wales", "WLS", "Northern Ireland", "NIR"]),
        (UnitedStates, ["US", "USA", "United States", "United States of America", "America", "Vereinigte Staaten"]),
        (Germany, ["DE", "DEU", "D", "Germany", "Deutschland", "BRD"]),
        ("AT", ["AT", "AUT", "A", "Austria", "Österreich"]),
        ("CH", ["CH", "CHE", "Switzerland", "Schweiz", "Suisse"]),
        ("IE", ["IE", "IRL", "Ireland", "Republic of Ireland", "Irland"]),
        ("FR", ["FR", "FRA", "France", "Frankreich"]),
        ("NL", ["NL", "NLD", "Netherlands", "The Netherlands", "Niederlande", "Holland"]),
        ("BE", ["BE", "BEL", "Belgium", "Belgien"]),
        ("CA", ["CA", "CAN", "Canada", "Kanada"]),
        ("AU", ["AU", "AUS", "Australia", "Australien"])
    );

    /// <summary>The one text for a country; null for none.</summary>
    public static string? Of(string? country) =>
        country is null ? null
        : Table.TryGet(country, out var known) ? known
        : WordForm.Fold(country);
}
