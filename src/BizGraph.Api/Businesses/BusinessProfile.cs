using System.Globalization;
using BizGraph.Api.Languages;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>The public profile of a business in words. E-mail, phone, spend, notes and unknown columns are private and not in it.</summary>
static class BusinessProfile
{
    /// <summary>A heading and a text for each thing that is known.</summary>
    public static IEnumerable<(string Heading, string Text)> Lines(Business business, IBusinessWords words)
    {
        var (facts, headings) = (business.Facts, words.Headings);
        (string, string?)[] lines =
        [
            (headings.Id, business.Id.Value),
            (headings.Kind, words.Kind(business.Kind)),
            (headings.Trade, facts.Industry is { } industry ? Trade(industry) : null),
            (headings.Place, facts.Place is { } place ? PlaceLine(place) : null),
            (headings.Owners, words.Owners(business.Ownership)),
            (headings.Serves, facts.Serves is { } area ? words.Serves(area) : null),
            (headings.People, facts.Employees is { } people ? words.People(people) : null),
            (headings.Founded, facts.Founded?.ToString(CultureInfo.InvariantCulture)),
            (headings.Website, facts.Website),
            (headings.Offers, Join(facts.Offers)),
            (headings.Needs, Join(facts.Needs)),
            (headings.Values, Join(facts.Tags)),
            (headings.Networks, Join(facts.Networks)),
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
