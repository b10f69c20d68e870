using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Api.Reasons;

/// <summary>Ties, numbers and names in English: the same words for page, command line and API.</summary>
static class EnglishCatalogue
{
    /// <summary>The most businesses that one sentence names.</summary>
    public const int MostNamed = 3;

    /// <summary>The ties of a type, such as "supply ties".</summary>
    public static string Ties(RelationshipType type) =>
        type switch
        {
            RelationshipType.Supplies => "supply",
            RelationshipType.Refers => "referral",
            RelationshipType.Mentors => "mentoring",
            RelationshipType.Partners => "partnership",
            RelationshipType.Exchanges => "exchange",
            RelationshipType.Shares => "sharing",
            RelationshipType.Sponsors => "sponsorship",
            RelationshipType.Finances => "finance",
            RelationshipType.Knows => "acquaintance",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>A number with its noun: "1 tie", "2,000 ties".</summary>
    public static string Count(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");

    /// <summary>The first three by name, and how many others: "A, B and C", "A, B, C and 2 others".</summary>
    public static string NamesOf(IReadOnlyList<Business> businesses, long all)
    {
        var names = businesses.Take(MostNamed).Select(business => business.Name).ToList();
        return all > names.Count ? $"{string.Join(", ", names)} and {Count(all - names.Count, "other", "others")}"
            : names.Count > 1 ? $"{string.Join(", ", names[..^1])} and {names[^1]}"
            : string.Concat(names);
    }
}
