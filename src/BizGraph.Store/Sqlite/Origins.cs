using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The rows that something shown comes from.</summary>
static class Origins
{
    const string OfRow = """
        SELECT i.number, i.source, f.name, c.row, i.finished, i.finish_order, c.file, c.part
        """;

    const string FromImport = """
        JOIN import i ON i.number = ?2 JOIN import_file f ON f.import = ?2 AND f.file = c.file WHERE c.number = ?1
        """;

    const int Said = 8;

    /// <summary>The rows of a business and of the ids that mean it, the newest first.</summary>
    public static List<ClaimOrigin> Of(SqliteConnection connection, BusinessId business)
    {
        var numbers = connection
            .Rows(
                """
                WITH asked AS (SELECT number FROM entity WHERE id = ?)
                SELECT claims FROM business WHERE entity IN (SELECT number FROM asked)
                UNION
                SELECT b.claims FROM asked a JOIN grouped g ON g.entity = a.number JOIN grouped m ON m.number = g.number
                JOIN business b ON b.entity = m.entity
                """,
                r => r.Longs(0).ToArray(),
                business.Value
            )
            .SelectMany(claims => claims);
        var rows = numbers.SelectMany(number =>
            Rows(
                connection,
                $"{OfRow}, c.said FROM business_claim c {FromImport}",
                number,
                r => FactsJson.Read<BusinessFacts>(r.Bytes(Said))
            )
        );
        var ordered = rows.OrderByDescending(row => row.Order).ToList();
        if (ordered.Count == 0)
        {
            return [];
        }

        var cells = BusinessCells.SpokenBy(ordered.ConvertAll(row => Claim(business, row)));
        return [.. ordered.Select((row, i) => row.Origin with { Cells = cells[i] })];
    }

    /// <summary>The rows of a tie, the newest first.</summary>
    public static List<ClaimOrigin> Of(SqliteConnection connection, RelationshipKey tie)
    {
        var claims = connection.Rows(
            """
            WITH ends AS (
                SELECT f.number AS first, t.number AS second FROM entity f JOIN entity t ON t.id = ?2 WHERE f.id = ?1)
            SELECT claims FROM ends JOIN tie ON a = min(first, second) AND b = max(first, second) AND turned = (first > second)
            WHERE type = ?3 AND kind = ?4 AND currency = ?5 AND directed = ?6
            """,
            r => r.Longs(0).ToArray(),
            tie.From.Value,
            tie.To.Value,
            (int)tie.Type,
            tie.Kind ?? "",
            tie.Currency ?? "",
            tie.IsDirected
        );
        var rows = claims
            .SelectMany(numbers => numbers)
            .SelectMany(number => Rows(connection, $"{OfRow} FROM tie_claim c {FromImport}", number, _ => new BusinessFacts()));
        return [.. rows.OrderByDescending(row => row.Order).Select(row => row.Origin)];
    }

    static List<Row> Rows(SqliteConnection connection, string sql, long number, Func<Statement, BusinessFacts> said) =>
        connection.Rows(
            sql,
            r => new Row(
                new ClaimOrigin(r.Int(0), r.Text(1), r.Text(2), r.Long(3), ImportTable.Time(r.Text(4))),
                (r.Long(5), new ClaimPosition(r.Int(6), r.Long(3), r.Int(7))),
                said(r)
            ),
            number,
            ClaimNumbers.ImportOf(number)
        );

    static CountingClaim<BusinessClaim> Claim(BusinessId business, Row row) =>
        new(
            new BusinessClaim(row.Order.Position, business, row.Said),
            new ClaimStanding(row.Origin.Import, row.Origin.Source, row.Order.Import, FileKey: "", AllNew: false)
        );

    sealed record Row(ClaimOrigin Origin, (long Import, ClaimPosition Position) Order, BusinessFacts Said);
}
