namespace BizGraph.Model;

/// <summary>Which of several rows speaks in each cell of a business: the place of every value that is shown.</summary>
public static class BusinessCells
{
    static readonly (string Name, Func<BusinessFacts, object?> Said)[] Cells =
    [
        ("name", said => said.Name),
        ("kind", said => said.Kind),
        ("industry code", said => said.Industry?.Code),
        ("industry scheme", said => said.Industry?.Scheme),
        ("industry", said => said.Industry?.Title),
        ("address", said => said.Place?.Address),
        ("locality", said => said.Place?.Locality),
        ("region", said => said.Place?.Region),
        ("country", said => said.Place?.Country),
        ("postal code", said => said.Place?.PostalCode),
        ("coordinates", said => said.Place?.Latitude is { } latitude ? (latitude, said.Place.Longitude) : null),
        ("ownership", said => said.Ownership),
        ("serves", said => said.Serves),
        ("employees", said => said.Employees),
        ("turnover", said => said.Turnover),
        ("spend", said => said.Spend),
        ("currency", said => said.Currency),
        ("founded", said => said.Founded),
        ("website", said => said.Website),
        ("e-mail", said => said.Email),
        ("phone", said => said.Phone),
        ("offers", said => Of(said.Offers)),
        ("needs", said => Of(said.Needs)),
        ("open to", said => Of(said.OpenTo)),
        ("not with", said => Of(said.NotWith)),
        ("tags", said => Of(said.Tags)),
        ("networks", said => Of(said.Networks)),
        ("status", said => said.Status),
    ];

    /// <summary>The names of the cells that have a field of their own; others are people's own columns, which are private.</summary>
    public static IReadOnlySet<string> Names { get; } = Cells.Select(cell => cell.Name).ToHashSet();

    /// <summary>Of each claim the cells that are shown as it says: of several that say the same, the newest speaks.</summary>
    /// <param name="claims">Every counting claim of the business and of the ids that mean it, in any order; one at least.</param>
    /// <returns>One list for each claim, in their order: the cells' names as people know them, those of other columns by their headers.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> SpokenBy(IReadOnlyList<CountingClaim<BusinessClaim>> claims)
    {
        var shown = Consolidation.Business(claims[0].Claim.Business, claims)!.Business.Facts;
        var spoken = claims.Select(_ => new List<string>()).ToList();
        var newestFirst = Enumerable
            .Range(0, claims.Count)
            .OrderByDescending(i => claims[i].Standing.Order)
            .ThenByDescending(i => claims[i].Claim.Position)
            .ToList();
        foreach (var (name, said) in Cells.Concat(shown.Attributes.Keys.Order(StringComparer.Ordinal).Select(Attribute)))
        {
            // An older amount gives way to a newer one's currency: it is said, and not shown.
            if (said(shown) is { } value)
            {
                spoken[newestFirst.First(i => value.Equals(said(claims[i].Claim.Said)))].Add(name);
            }
        }

        return spoken;
    }

    static (string Name, Func<BusinessFacts, object?> Said) Attribute(string header) =>
        (header, said => said.Attributes.GetValueOrDefault(header));

    static string? Of(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join('\u001f', texts);
}
