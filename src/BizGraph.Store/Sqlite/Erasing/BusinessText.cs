using BizGraph.Model;
using BizGraph.Store.Sqlite.Finishing;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Erasing;

/// <summary>What the tables say of a business that is to be erased.</summary>
sealed class BusinessText : IDisposable
{
    const string Ids = """
        DROP TABLE IF EXISTS temp.erased_entity; CREATE TEMP TABLE erased_entity (number INTEGER PRIMARY KEY);
        DROP TABLE IF EXISTS temp.erased_end; CREATE TEMP TABLE erased_end (number INTEGER PRIMARY KEY, source TEXT NOT NULL, anonymous INTEGER);
        """;

    // What counts is resolved; of what does not count any more, the text is all that says whom it means.
    const string Ends = """
        INSERT OR IGNORE INTO erased_end SELECT number, source, NULL FROM tie_end
        WHERE entity IN (SELECT number FROM erased_entity)
            OR (uses = 0 AND number >> 1 IN (SELECT number FROM erased_entity))
        """;

    const string EndsOfName = """
        INSERT OR IGNORE INTO erased_end SELECT e.number, e.source, NULL FROM tie_end e
        WHERE e.source = ?1 AND e.name = ?2 AND e.uses = 0 AND NOT EXISTS (
            SELECT 1 FROM alias a WHERE a.source = ?1 AND a.name = ?2 AND a.entity NOT IN (SELECT number FROM erased_entity))
        """;

    const string Replace = """
        UPDATE tie_claim SET
            from_end = coalesce((SELECT anonymous FROM erased_end WHERE number = from_end), from_end),
            to_end = coalesce((SELECT anonymous FROM erased_end WHERE number = to_end), to_end),
            more = NULL
        WHERE from_end IN (SELECT number FROM erased_end) OR to_end IN (SELECT number FROM erased_end)
        """;

    const string Remove = """
        INSERT OR IGNORE INTO end_use SELECT e.anonymous, u.import FROM erased_end e CROSS JOIN end_use u ON u.end = e.number;
        DELETE FROM end_use WHERE end IN (SELECT number FROM erased_end);
        DELETE FROM tie_end WHERE number IN (SELECT number FROM erased_end);
        DELETE FROM business_claim WHERE entity IN (SELECT number FROM erased_entity);
        DELETE FROM match_claim WHERE one IN (SELECT number FROM erased_entity) OR other IN (SELECT number FROM erased_entity);
        """;

    const string Unshown = """
        SELECT c.entity, e.id, c.said FROM business_claim c JOIN entity e ON e.number = c.entity
        WHERE NOT EXISTS (SELECT 1 FROM business b WHERE b.entity = c.entity)
            AND NOT EXISTS (SELECT 1 FROM grouped g WHERE g.entity = c.entity)
        """;

    readonly SqliteConnection _connection;
    readonly List<(long Entity, BusinessId Id)> _ids;
    readonly List<(long Number, BusinessClaim Claim)> _claims;

    BusinessText(SqliteConnection connection, BusinessId business)
    {
        _connection = connection;
        _ids = IdsOf(connection, business);
        _claims = [.. _ids.SelectMany(id => ClaimsOf(connection, id.Entity, id.Id))];
    }

    /// <summary>Takes it out, inside the transaction of the caller.</summary>
    /// <returns>The rows of its own, and those of its ties.</returns>
    /// <exception cref="StoreException">No business is shown under that id.</exception>
    public static (long Rows, long TieRows) Erase(
        SqliteConnection connection,
        BusinessId business,
        CancellationToken cancellation
    )
    {
        using var text = new BusinessText(connection, business);
        text.Mark();
        text.AddUnshown(cancellation);
        ReportTexts.Erase(connection, text._ids.ConvertAll(id => id.Id), text._claims);
        ReportTexts.EraseTitles(connection, text._ids.Select(id => id.Id));
        var ties = text.Anonymize();
        ShownAnew.Make(connection, cancellation);
        UnusedNames.All(connection).Remove();
        connection.Run("UPDATE store SET version = version + 1");
        return (text._claims.Count, ties);
    }

    public void Dispose() => _connection.Execute("DROP TABLE temp.erased_entity; DROP TABLE temp.erased_end");

    /// <summary>All ids that mean it, given or not.</summary>
    static List<(long Entity, BusinessId Id)> IdsOf(SqliteConnection connection, BusinessId business)
    {
        var ids = connection.Rows(
            """
            WITH asked AS (SELECT e.number, g.number AS grp FROM entity e LEFT JOIN grouped g ON g.entity = e.number WHERE e.id = ?)
            SELECT e.number, e.id FROM asked a JOIN entity e ON e.number = a.number
            WHERE EXISTS (SELECT 1 FROM business b WHERE b.entity = a.number)
            UNION
            SELECT e.number, e.id FROM asked a JOIN merged m ON m.number = a.grp JOIN grouped g ON g.number = a.grp
            JOIN entity e ON e.number = g.entity
            """,
            r => (r.Long(0), new BusinessId(r.Text(1))),
            business.Value
        );
        return ids.Count > 0
            ? ids
            : throw new StoreException($"There is no business {business}; give its id as it is shown.") { IsRefusal = true };
    }

    static List<(long Number, BusinessClaim Claim)> ClaimsOf(SqliteConnection connection, long entity, BusinessId id) =>
        connection.Rows(
            "SELECT number, file, row, part, said FROM business_claim WHERE entity = ?",
            r =>
                (
                    r.Long(0),
                    new BusinessClaim(
                        new ClaimPosition(r.Int(1), r.Long(2), r.Int(3)),
                        id,
                        FactsJson.Read<BusinessFacts>(r.Bytes(4))
                    )
                ),
            entity
        );

    /// <summary>Keeps the hashes by which it is known again.</summary>
    void Mark()
    {
        var erased = ErasedTable.Begin(_connection);
        var names = Names().Where(name => !IsOfAnother(name.Source, name.Name));
        ErasedTable.Add(
            _connection,
            [
                .. _ids.Select(id => erased.Mark(id.Id)),
                .. _claims.SelectMany(claim => erased.MarksOf(claim.Claim.Business, claim.Claim.Said)),
                .. names.Select(name => erased.Mark(BusinessId.FromName(name.Source, name.Name, locality: null))),
            ]
        );
    }

    /// <summary>Adds the ids that are not shown under which rows name it again: an import that goes on, or that an undo brings back, would show it.</summary>
    void AddUnshown(CancellationToken cancellation)
    {
        var erased = ErasedTable.Read(_connection);
        var found = new HashSet<(long Entity, BusinessId Id)>();
        using (var row = _connection.Prepare(Unshown))
        {
            while (row.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                var (entity, id) = (row.Long(0), new BusinessId(row.Text(1)));
                var claim = new BusinessClaim(ClaimPosition.Start, id, FactsJson.Read<BusinessFacts>(row.Bytes(2)));
                if (erased.Names(id.Source, claim))
                {
                    found.Add((entity, id));
                }
            }
        }

        _ids.AddRange(found);
        _claims.AddRange(found.SelectMany(id => ClaimsOf(_connection, id.Entity, id.Id)));
        Mark();
    }

    /// <summary>Puts somebody without a name in its place in ties, and removes its own claims.</summary>
    long Anonymize()
    {
        _connection.Execute(Ids);
        foreach (var (entity, _) in _ids)
        {
            _connection.Run("INSERT INTO erased_entity VALUES (?)", entity);
        }

        _connection.Run(Ends);
        foreach (var (source, name) in Names())
        {
            _connection.Run(EndsOfName, source, name);
        }

        using var entities = new EntityNumbers(_connection);
        using var ends = new EndNumbers(_connection, entities);
        // Each forgetting has a number of its own, so each erased business has a name of its own.
        var anonymous = new RelationshipEnd($"erased-{_connection.Number("SELECT forgotten + 1 FROM store")}", IsId: true);
        foreach (var source in _connection.Rows("SELECT DISTINCT source FROM erased_end", r => r.Text(0)))
        {
            _connection.Run("UPDATE erased_end SET anonymous = ?2 WHERE source = ?1", source, ends.Of(source, anonymous));
        }

        var ties = _connection.Run(Replace);
        _connection.Execute(Remove);
        return ties;
    }

    IEnumerable<(string Source, string Name)> Names() =>
        _claims
            .Where(claim => claim.Claim.Said.Name is not null)
            .Select(claim => (claim.Claim.Business.Source, BusinessId.Normalize(claim.Claim.Said.Name!)))
            .Distinct();

    bool IsOfAnother(string source, string name) =>
        _connection
            .Rows("SELECT entity FROM alias WHERE source = ? AND name = ?", r => r.Long(0), source, name)
            .Exists(entity => !_ids.Exists(id => id.Entity == entity));
}
