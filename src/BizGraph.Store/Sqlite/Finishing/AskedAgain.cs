using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The businesses that matching is to be asked about.</summary>
/// <param name="Arrived">Those that arrived or came back, and those whose match went with an import or a business.</param>
/// <param name="Unmatched">The ones that lost a match, and what was lost.</param>
sealed record AskedAgain(HashSet<long> Arrived, List<long> Unmatched)
{
    const string Tables = """
        -- The imports that ceased to count, as ranges of claims.
        CREATE TEMP TABLE ceased (first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
        -- Businesses that no row lists any more.
        CREATE TEMP TABLE gone (entity INTEGER PRIMARY KEY);
        -- Businesses with a match of an import that ceased to count, or with one that is gone.
        CREATE TEMP TABLE unmatched (entity INTEGER PRIMARY KEY);
        -- Groups that are not as they were.
        CREATE TEMP TABLE loosened (number INTEGER PRIMARY KEY);
        """;

    const string FindUnmatched = """
        INSERT OR IGNORE INTO unmatched
            SELECT c.one FROM ceased a CROSS JOIN match_claim c ON c.number BETWEEN a.first AND a.last WHERE NOT c.by_hand
            UNION
            SELECT c.other FROM ceased a CROSS JOIN match_claim c ON c.number BETWEEN a.first AND a.last WHERE NOT c.by_hand
            UNION
            SELECT entity FROM gone
            UNION
            SELECT c.other FROM gone CROSS JOIN match_claim c ON c.one = gone.entity WHERE NOT c.by_hand
            UNION
            SELECT c.one FROM gone CROSS JOIN match_claim c ON c.other = gone.entity WHERE NOT c.by_hand;
        INSERT OR IGNORE INTO loosened SELECT g.number FROM unmatched u CROSS JOIN grouped g ON g.entity = u.entity;
        INSERT OR IGNORE INTO unmatched SELECT g.entity FROM loosened l CROSS JOIN grouped g ON g.number = l.number;
        """;

    // What matching found of them rested on what is said no more.
    const string Forget = """
        DELETE FROM match_claim WHERE NOT by_hand AND (one IN (SELECT entity FROM gone) OR other IN (SELECT entity FROM gone));
        """;

    /// <summary>Finds them. The groups whose members are to stand alone for the matching are left in the temporary table <c>loosened</c>.</summary>
    public static AskedAgain Of(SqliteConnection connection, Standings standings, bool isUndo, BusinessEvents events)
    {
        connection.Execute(Tables);
        foreach (var first in connection.Rows("SELECT first FROM affected", r => r.Long(0)))
        {
            if (ClaimNumbers.ImportOf(first) is var import && !standings.Counts(import))
            {
                connection.Run("INSERT INTO ceased VALUES (?, ?)", first, ClaimNumbers.Last(import));
            }
        }

        Insert(connection, "INSERT INTO gone VALUES (?)", [.. events.Removed, .. events.Unlisted.Except(events.Removed)]);
        connection.Execute(FindUnmatched + (isUndo ? Forget : ""));
        if (connection.Number("SELECT EXISTS (SELECT 1 FROM grouped)") != 0)
        {
            // What a group said before they arrived is not what it says.
            const string Loosen = "INSERT OR IGNORE INTO loosened SELECT number FROM grouped WHERE entity = ?";
            Insert(connection, Loosen, [.. events.Added, .. events.Listed]);
        }

        var unmatched = connection.Rows("SELECT entity FROM unmatched", r => r.Long(0));
        var stillShown = connection.Rows(
            "SELECT u.entity FROM unmatched u CROSS JOIN business b ON b.entity = u.entity",
            r => r.Long(0)
        );
        return new AskedAgain([.. events.Added, .. events.Listed, .. stillShown], unmatched);
    }

    static void Insert(SqliteConnection connection, string sql, IReadOnlyCollection<long> entities)
    {
        using var insert = connection.Prepare(sql);
        foreach (var entity in entities)
        {
            insert.Bind(entity).Run();
        }
    }
}
