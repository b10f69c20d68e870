using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>Removes the ids and ends of ties that claims named which are no more.</summary>
sealed class UnusedNames
{
    // Of imports that did not finish, the claims alone say which ends they use.
    const string Running = """
        DELETE FROM unused_end WHERE number IN (
            SELECT c.from_end FROM import i CROSS JOIN tie_claim c
            ON c.number BETWEEN i.number << 40 AND ((i.number + 1) << 40) - 1 WHERE i.state = 'running'
            UNION
            SELECT c.to_end FROM import i CROSS JOIN tie_claim c
            ON c.number BETWEEN i.number << 40 AND ((i.number + 1) << 40) - 1 WHERE i.state = 'running');
        """;

    const string Delete = """
        DELETE FROM tie_end WHERE number IN (SELECT number FROM unused_end)
            AND NOT EXISTS (SELECT 1 FROM end_use u WHERE u.end = tie_end.number);
        DELETE FROM entity WHERE number IN (SELECT number FROM unused_entity)
            AND NOT EXISTS (SELECT 1 FROM business_claim c WHERE c.entity = entity.number)
            AND NOT EXISTS (SELECT 1 FROM match_claim c WHERE c.one = entity.number)
            AND NOT EXISTS (SELECT 1 FROM match_claim c WHERE c.other = entity.number)
            AND NOT EXISTS (SELECT 1 FROM tie_end e WHERE e.number BETWEEN entity.number * 2 AND entity.number * 2 + 1)
            AND NOT EXISTS (SELECT 1 FROM tie_end e WHERE e.entity = entity.number AND e.entity <> e.number >> 1)
            AND NOT EXISTS (SELECT 1 FROM business b WHERE b.entity = entity.number)
            AND NOT EXISTS (SELECT 1 FROM grouped g WHERE g.entity = entity.number);
        UPDATE store SET forgotten = forgotten + 1;
        DROP TABLE unused_end;
        DROP TABLE unused_entity;
        """;

    readonly SqliteConnection _connection;

    UnusedNames(SqliteConnection connection) => _connection = connection;

    /// <summary>The names of an import, before its claims are removed.</summary>
    public static UnusedNames Before(SqliteConnection connection, int import)
    {
        connection.Execute(
            """
            DROP TABLE IF EXISTS temp.unused_end; CREATE TEMP TABLE unused_end (number INTEGER PRIMARY KEY);
            DROP TABLE IF EXISTS temp.unused_entity; CREATE TEMP TABLE unused_entity (number INTEGER PRIMARY KEY);
            """
        );
        var (first, last) = (ClaimNumbers.First(import), ClaimNumbers.Last(import));
        foreach (
            var sql in (ReadOnlySpan<string>)
                [
                    "unused_end SELECT from_end FROM tie_claim",
                    "unused_end SELECT to_end FROM tie_claim",
                    "unused_entity SELECT entity FROM business_claim",
                    "unused_entity SELECT one FROM match_claim",
                    "unused_entity SELECT other FROM match_claim",
                ]
        )
        {
            connection.Run($"INSERT OR IGNORE INTO {sql} WHERE number BETWEEN ? AND ?", first, last);
        }

        connection.Execute("INSERT OR IGNORE INTO unused_entity SELECT number >> 1 FROM unused_end");
        return new UnusedNames(connection);
    }

    /// <summary>All names.</summary>
    public static UnusedNames All(SqliteConnection connection)
    {
        connection.Execute(
            """
            DROP TABLE IF EXISTS temp.unused_end; CREATE TEMP TABLE unused_end AS SELECT number FROM tie_end;
            DROP TABLE IF EXISTS temp.unused_entity; CREATE TEMP TABLE unused_entity AS SELECT number FROM entity;
            """
        );
        return new UnusedNames(connection);
    }

    /// <summary>Removes those that nothing names any more.</summary>
    public void Remove() => _connection.Execute(Running + Delete);
}
