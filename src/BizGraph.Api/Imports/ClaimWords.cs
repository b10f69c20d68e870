using BizGraph.Api.Exports;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>What a row says, field by field, for whoever takes it in: private fields are among them.</summary>
static class ClaimWords
{
    /// <summary>The fields that it fills, with their values as an export writes them; what is kept as an attribute stands under its header.</summary>
    public static IEnumerable<(string Field, string Value)> Of(Claim claim) =>
        claim switch
        {
            BusinessClaim business => Of(business),
            RelationshipClaim tie => Of(tie),
            MatchClaim match =>
            [
                ("id", match.One.Value),
                ("other_id", match.Other.Value),
                ("same", match.Verdict == MatchVerdict.Same ? "yes" : "no"),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(claim), claim, null),
        };

    static IEnumerable<(string Field, string Value)> Of(BusinessClaim claim) =>
        Filled(BusinessColumns.All, new Business(claim.Business, claim.Said), claim.Said.Attributes);

    static IEnumerable<(string Field, string Value)> Of(RelationshipClaim claim)
    {
        var (from, to, said) = (new BusinessId(claim.From.Text), new BusinessId(claim.To.Text), claim.Said);
        var key = new RelationshipKey(from, to, said.Type, said.Kind, said.Currency, said.IsDirected);
        var fields = Filled(TieColumns.All, new Relationship(key, said), said.Attributes);
        return claim.Event is { } happened
            ? [.. fields, .. Filled("date", ColumnText.Of(happened.Date)), .. Filled("document", happened.Document)]
            : fields;
    }

    static IEnumerable<(string Field, string Value)> Filled<T>(
        IEnumerable<Column<T>> columns,
        T row,
        IReadOnlyDictionary<string, string> attributes
    ) =>
        columns
            .SelectMany(column => Filled(column.Header, column.Text(row)))
            .Concat(attributes.Select(attribute => (attribute.Key, attribute.Value)));

    static IEnumerable<(string Field, string Value)> Filled(string field, string? text) => text is null ? [] : [(field, text)];
}
