using BizGraph.Model;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Copying;

/// <summary>Reads the claims of an import from a store file as they were taken in.</summary>
static class ClaimRows
{
    const string Businesses = "SELECT file, row, part, entity, said FROM business_claim WHERE number BETWEEN ? AND ?";

    const string Ties = $"""
        SELECT c.file, c.row, c.part, f.text, f.number, t.text, t.number, c.is_event, c.event_date, c.document,
            c.type, c.kind, c.currency, c.directed, c.weight, c.amount, c.since, c.until, c.ended, c.confidence, c.more
        FROM tie_claim c CROSS JOIN tie_end f ON f.number = c.from_end CROSS JOIN tie_end t ON t.number = c.to_end
        WHERE c.number BETWEEN ? AND ?
        """;

    const int FirstFact = 10;

    /// <summary>All of them: businesses, then ties, then matches, each in the order of their rows.</summary>
    public static IEnumerable<Claim> Of(SqliteConnection connection, int import)
    {
        using var ids = new BusinessIds(connection);
        return
        [
            .. Each(Businesses, r => new BusinessClaim(Place(r), ids.Of(r.Long(3)), FactsJson.Read<BusinessFacts>(r.Bytes(4)))),
            .. Each(Ties, TieOf),
            .. Each($"{MatchTable.Select} WHERE number BETWEEN ? AND ?", r => MatchTable.ClaimOf(r, ids)),
        ];

        List<Claim> Each(string sql, Func<Statement, Claim> make) =>
            connection.Rows(sql, make, ClaimNumbers.First(import), ClaimNumbers.Last(import));
    }

    static RelationshipClaim TieOf(Statement row) =>
        new(
            Place(row),
            new RelationshipEnd(row.Text(3), EndNumbers.IsId(row.Long(4))),
            new RelationshipEnd(row.Text(5), EndNumbers.IsId(row.Long(6))),
            RelationshipColumns.Read(row, FirstFact).ToFacts(),
            row.Bool(7)
                ? new RelationshipEvent(row.LongOrNull(8) is { } day ? DateOnly.FromDayNumber((int)day) : null, row.TextOrNull(9))
                : null
        );

    static ClaimPosition Place(Statement row) => new(row.Int(0), row.Long(1), row.Int(2));
}
