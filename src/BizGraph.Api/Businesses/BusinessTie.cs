using BizGraph.Analysis;
using BizGraph.Api.Languages;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>A tie as one of its ends sees it.</summary>
/// <param name="Other">The other end.</param>
/// <param name="Role">What the one does to the other, such as "Buys from".</param>
/// <param name="About">Kind, amount and time, in words.</param>
sealed record BusinessTie(Business Other, string Role, string About)
{
    /// <summary>The ties of a business by role, those to oneself left out.</summary>
    public static IReadOnlyList<IGrouping<string, BusinessTie>> GroupedByRole(
        NetworkSnapshot snapshot,
        Business business,
        IBusinessWords words
    ) =>
        [
            .. snapshot
                .RelationshipsOf(business.Id)
                .Where(tie => tie.From != tie.To)
                .OrderBy(tie => tie.Type)
                .Select(tie => Of(snapshot, business, tie, words))
                .GroupBy(tie => tie.Role),
        ];

    static BusinessTie Of(NetworkSnapshot snapshot, Business business, Relationship tie, IBusinessWords words)
    {
        var isFrom = tie.From == business.Id;
        return new BusinessTie(snapshot.Find(isFrom ? tie.To : tie.From)!, words.Role(tie, isFrom), AboutOf(tie, words));
    }

    static string AboutOf(Relationship tie, IBusinessWords words)
    {
        string?[] parts =
        [
            tie.Key.Kind,
            tie.Facts.Industry?.Title,
            tie.Facts.Amount is { } amount ? words.MoneyInAll(amount, tie.Key.Currency) : null,
            tie.Facts.Since is { } since ? words.Since(since) : null,
            tie.Facts.Ended == true ? words.Ended : null,
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
