using System.Globalization;
using BizGraph.Analysis;
using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>A tie as one of its ends sees it.</summary>
/// <param name="Other">The other end.</param>
/// <param name="Role">What the one does to the other, such as "Buys from".</param>
/// <param name="About">Kind, amount and time, in words.</param>
sealed record BusinessTie(Business Other, string Role, string About)
{
    /// <summary>The ties of a business by role, those to oneself left out.</summary>
    public static IReadOnlyList<IGrouping<string, BusinessTie>> GroupedByRole(NetworkSnapshot snapshot, Business business) =>
        [
            .. snapshot
                .RelationshipsOf(business.Id)
                .Where(tie => tie.From != tie.To)
                .OrderBy(tie => tie.Type)
                .Select(tie => Of(snapshot, business, tie))
                .GroupBy(tie => tie.Role),
        ];

    static BusinessTie Of(NetworkSnapshot snapshot, Business business, Relationship tie)
    {
        var isFrom = tie.From == business.Id;
        return new BusinessTie(snapshot.Find(isFrom ? tie.To : tie.From)!, EnglishCatalogue.Role(tie, isFrom), AboutOf(tie));
    }

    static string AboutOf(Relationship tie)
    {
        string?[] parts =
        [
            tie.Key.Kind,
            tie.Facts.Industry?.Title,
            tie.Facts.Amount is { } amount
                ? $"{amount.ToString("N0", CultureInfo.InvariantCulture)} {tie.Key.Currency}".TrimEnd() + " in all"
                : null,
            tie.Facts.Since is { } since ? $"since {since.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}" : null,
            tie.Facts.Ended == true ? "ended" : null,
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
