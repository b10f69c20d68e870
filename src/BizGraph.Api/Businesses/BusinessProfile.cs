using System.Globalization;
using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>The public profile of a business in words. E-mail, phone, spend, notes and unknown columns are private and not in it.</summary>
static class BusinessProfile
{
    /// <summary>A heading and a text for each thing that is known.</summary>
    public static IEnumerable<(string Heading, string Text)> Lines(Business business)
    {
        var facts = business.Facts;
        (string, string?)[] lines =
        [
            ("Id", business.Id.Value),
            ("Kind", EnglishCatalogue.Kind(business.Kind)),
            ("Trade", facts.Industry is { } industry ? Trade(industry) : null),
            ("Place", facts.Place is { } place ? PlaceLine(place) : null),
            ("Owners", EnglishCatalogue.Owners(business.Ownership)),
            ("Serves", facts.Serves?.ToString()),
            (
                "People",
                facts.Employees is { } people ? EnglishCatalogue.Count(people, "person works here", "people work here") : null
            ),
            ("Founded", facts.Founded?.ToString(CultureInfo.InvariantCulture)),
            ("Website", facts.Website),
            ("Offers", Join(facts.Offers)),
            ("Needs", Join(facts.Needs)),
            ("Values", Join(facts.Tags)),
            ("Networks", Join(facts.Networks)),
        ];
        return lines.Where(line => !string.IsNullOrEmpty(line.Item2)).Select(line => (line.Item1, line.Item2!));
    }

    static string Trade(Industry industry) =>
        industry is { Code: { } code, Title: { } title }
            ? $"{title} ({industry.Scheme} {code})".Replace("( ", "(", StringComparison.Ordinal)
            : industry.ToString();

    static string PlaceLine(Place place) =>
        string.Join(
            ", ",
            new[] { place.Address, place.Locality, place.Region, place.PostalCode, place.Country }.Where(p =>
                !string.IsNullOrEmpty(p)
            )
        );

    static string Join(IReadOnlyList<string> texts) => string.Join(", ", texts);
}
