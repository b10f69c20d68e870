using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>What matching and people say of two ids, as rows of <c>match_claim</c>.</summary>
sealed class MatchTable(SqliteConnection connection, EntityNumbers entities) : IDisposable
{
    const string Columns = "number, one, other, file, row, part, verdict, by_hand, score, reason";

    /// <summary>The rows that <see cref="Read"/> reads.</summary>
    public const string Select = $"SELECT {Columns} FROM match_claim";

    readonly Statement _insert = connection.Prepare($"INSERT INTO match_claim ({Columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    public void Write(long number, MatchClaim claim) =>
        _insert
            .Bind(number)
            .Bind(entities.Of(claim.One))
            .Bind(entities.Of(claim.Other))
            .Bind(claim.Position.File)
            .Bind(claim.Position.Row)
            .Bind(claim.Position.Part)
            .Bind((long)claim.Verdict)
            .Bind(claim.IsByHand)
            .Bind(claim.Score)
            .Bind(claim.Reason)
            .Run();

    /// <summary>Lets go of a claim that was being written.</summary>
    public void Reset() => _insert.Reset();

    /// <summary>The claims that have to do with an entity.</summary>
    public static Statement OfEntity(SqliteConnection connection) =>
        connection.Prepare(
            $"SELECT {Columns} FROM match_claim WHERE one = ?1 UNION SELECT {Columns} FROM match_claim WHERE other = ?1"
        );

    /// <summary>All claims that count.</summary>
    public static List<CountingClaim<MatchClaim>> Counting(SqliteConnection connection)
    {
        var standings = new Standings(connection);
        using var ids = new BusinessIds(connection);
        return [.. connection.Rows(Select, r => Read(r, ids, standings)).OfType<CountingClaim<MatchClaim>>()];
    }

    /// <summary>How many pairs of an import a person is asked about: those that nobody decided, and that are not one by now.</summary>
    public static long CountQuestions(SqliteConnection connection, int import) =>
        connection.Number(
            $"""
            SELECT count(*) FROM match_claim q LEFT JOIN grouped g ON g.entity = q.one LEFT JOIN grouped h ON h.entity = q.other
            WHERE q.number BETWEEN ?1 AND ?2 AND q.verdict = ?3 AND coalesce(g.number, -q.one) <> coalesce(h.number, -q.other)
                AND NOT EXISTS (SELECT 1 FROM match_claim d JOIN import i ON i.number = d.number >> {ClaimNumbers.RowBits}
                    WHERE d.one = q.one AND d.other = q.other AND d.by_hand AND {ImportTable.Counts})
                AND NOT EXISTS (SELECT 1 FROM match_claim d JOIN import i ON i.number = d.number >> {ClaimNumbers.RowBits}
                    WHERE d.one = q.other AND d.other = q.one AND d.by_hand AND {ImportTable.Counts})
            """,
            ClaimNumbers.First(import),
            ClaimNumbers.Last(import),
            (long)MatchVerdict.Unsure
        );

    /// <summary>The number, and the two entities, of the claim of a row.</summary>
    public static (long Number, long One, long Other) Key(Statement row) => (row.Long(0), row.Long(1), row.Long(2));

    /// <summary>The claim of a row; null where its import does not count.</summary>
    public static CountingClaim<MatchClaim>? Read(Statement row, BusinessIds ids, Standings standings) =>
        standings.Of(row.Long(0), row.Int(3)) is { } standing ? new(ClaimOf(row, ids), standing) : null;

    /// <summary>The claim of a row, whether it counts or not.</summary>
    public static MatchClaim ClaimOf(Statement row, BusinessIds ids) =>
        new(
            new ClaimPosition(row.Int(3), row.Long(4), row.Int(5)),
            ids.Of(row.Long(1)),
            ids.Of(row.Long(2)),
            (MatchVerdict)row.Int(6),
            row.Bool(7),
            row.DoubleOrNull(8),
            row.TextOrNull(9)
        );

    public void Dispose() => _insert.Dispose();
}
