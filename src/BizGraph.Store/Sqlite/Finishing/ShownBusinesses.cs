using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>First phase: the businesses that the import lists, and the names under which ties find them.</summary>
sealed class ShownBusinesses(SqliteConnection connection, Standings standings, BusinessEvents events) : IDisposable
{
    const string Columns = "SELECT c.entity, e.id, c.number, c.file, c.row, c.part, c.said";

    const string AffectedClaims = $"""
        {Columns} FROM affected a CROSS JOIN business_claim c ON c.number BETWEEN a.first AND a.last
        CROSS JOIN entity e ON e.number = c.entity ORDER BY c.entity
        """;

    const int Number = 2;

    readonly BusinessTable _table = new(connection, events);
    readonly Statement _claim = connection.Prepare(
        $"{Columns} FROM business_claim c CROSS JOIN entity e ON e.number = c.entity WHERE c.number = ?"
    );
    readonly List<CountingClaim<BusinessClaim>> _claims = [];
    readonly List<long> _numbers = [];
    string _lastSaid = "";

    public static ImportChanges Apply(
        SqliteConnection connection,
        AffectedImports imports,
        Standings standings,
        BusinessEvents events,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var businesses = new ShownBusinesses(connection, standings, events);
        using var aliases = new AliasTable(connection, ImportTable.SourceOf(connection, imports.Main));
        using var row = connection.Prepare(AffectedClaims);
        var more = row.Read();
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            var (entity, id) = (row.Long(0), new BusinessId(row.Text(1)));
            businesses.Begin();
            do
            {
                businesses.Add(row, id);
                more = row.Read();
            } while (more && row.Long(0) == entity);

            changes = businesses.Show(entity, id, aliases, changes);
        }

        return changes;
    }

    public void Dispose()
    {
        _table.Dispose();
        _claim.Dispose();
    }

    void Begin()
    {
        _claims.Clear();
        _numbers.Clear();
    }

    void Add(Statement row, BusinessId id)
    {
        if (standings.Of(row.Long(Number), row.Int(3)) is { } standing)
        {
            var position = new ClaimPosition(row.Int(3), row.Long(4), row.Int(5));
            _claims.Add(new(new BusinessClaim(position, id, FactsJson.Read<BusinessFacts>(row.Bytes(6))), standing));
            _lastSaid = row.Text(6);
            _numbers.Add(row.Long(Number));
        }
    }

    ImportChanges Show(long entity, BusinessId id, AliasTable aliases, ImportChanges changes)
    {
        var before = _table.Find(entity);
        foreach (var older in before?.Claims ?? [])
        {
            _claim.Bind(older).Read();
            Add(_claim, id);
            _claim.Reset();
        }

        if (Consolidation.Business(id, _claims) is { } shown)
        {
            var now = new BusinessRow(IsListed: true, [.. _numbers], shown.Aliases, TextOf(shown.Business.Facts));
            changes = _table.Show(entity, before, now, changes);
            aliases.Replace(entity, before?.Names ?? [], shown.Aliases);
        }
        else if (before is { IsListed: true })
        {
            _table.Unlist(entity);
            aliases.Replace(entity, before.Names, []);
        }

        return changes;
    }

    // Most businesses are shown as their only row says, which is written already.
    string TextOf(BusinessFacts facts) => ReferenceEquals(facts, _claims[^1].Claim.Said) ? _lastSaid : FactsJson.Write(facts);
}
