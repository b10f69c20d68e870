using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The counting claims that join another pair of businesses now, because an end of theirs means another one, or one that is merged otherwise.</summary>
sealed class MovedClaims(SqliteConnection connection, EntityPair pairs) : IDisposable
{
    // Ties stand under the heads that there were before.
    const string HeadsBefore = """
        SELECT old_head AS head FROM regrouped
        UNION
        SELECT coalesce(r.old_head, g.head, m.old) FROM moved_end m
        LEFT JOIN regrouped r ON r.entity = m.old LEFT JOIN grouped g ON g.entity = m.old WHERE m.old IS NOT NULL
        """;

    const string TiesBefore = $"""
        SELECT t.a, t.b, t.claims FROM ({HeadsBefore}) m CROSS JOIN tie t ON t.a = m.head
        UNION ALL
        SELECT t.a, t.b, t.claims FROM ({HeadsBefore}) m CROSS JOIN tie t ON t.b = m.head
        """;

    const string HeldBefore = """
        SELECT h.claim FROM moved_end m CROSS JOIN held h ON h.end = m.number WHERE m.old IS NULL
        """;

    const string Released = """
        DELETE FROM held WHERE end IN (
            SELECT m.number FROM moved_end m JOIN tie_end e ON e.number = m.number WHERE m.old IS NULL AND e.entity IS NOT NULL)
        """;

    readonly Statement _pair = connection.Prepare(
        $"""
        SELECT {pairs.Sql}, c.from_end, f.entity, c.to_end, t.entity FROM tie_claim c
        CROSS JOIN tie_end f ON f.number = c.from_end CROSS JOIN tie_end t ON t.number = c.to_end {pairs.Groups}
        WHERE c.number = ?
        """
    );
    readonly Statement _moved = connection.Prepare("INSERT OR IGNORE INTO moved_claim VALUES (?)");
    readonly Statement _lost = connection.Prepare("INSERT OR IGNORE INTO lost_pair VALUES (?)");
    readonly Statement _held = connection.Prepare("INSERT OR IGNORE INTO held VALUES (?, ?)");

    public static void Apply(SqliteConnection connection, EntityPair pairs, CancellationToken cancellation)
    {
        using var moved = new MovedClaims(connection, pairs);
        using var ties = connection.Prepare(TiesBefore);
        while (ties.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var pair = EntityPair.Of(ties.Long(0), ties.Long(1));
            foreach (var claim in ties.Longs(2))
            {
                moved.Place(claim, pair);
            }
        }

        foreach (var claim in connection.Rows(HeldBefore, r => r.Long(0)))
        {
            cancellation.ThrowIfCancellationRequested();
            moved.Place(claim, before: null);
        }

        connection.Run(Released);
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_pair, _moved, _lost, _held])
        {
            statement.Dispose();
        }
    }

    void Place(long claim, long? before)
    {
        _pair.Bind(claim).Read();
        var now = _pair.LongOrNull(0);
        if (now is null)
        {
            // Even where it was held before: the other end may be the one that it waits for now.
            Hold(claim, end: _pair.Long(1), isHeld: _pair.IsNull(2));
            Hold(claim, end: _pair.Long(3), isHeld: _pair.IsNull(4));
        }
        else if (now != before)
        {
            _moved.Bind(claim).Run();
        }

        if (before is not null && now != before)
        {
            _lost.Bind(before).Run();
        }

        _pair.Reset();
    }

    void Hold(long claim, long end, bool isHeld)
    {
        if (isHeld)
        {
            _held.Bind(end).Bind(claim).Run();
        }
    }
}
