using BizGraph.Model;
using Microsoft.Data.Sqlite;
using TieKey = (long From, long To, int Type, string? Kind, string? Currency, bool? Directed);
using TieRow = (BizGraph.Store.Sqlite.RelationshipColumns Facts, long[] Claims);

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Writes shown ties where they are other than before, and counts what changed.</summary>
sealed class TieTable(SqliteConnection connection) : IDisposable
{
    const int Facts = 3;

    static readonly Dictionary<TieKey, TieRow> None = [];

    // A first import has nothing to compare with, and most imports of many rows are first ones.
    readonly bool _wasEmpty = connection.Number("SELECT EXISTS (SELECT 1 FROM tie)") == 0;
    readonly Statement _find = connection.Prepare(
        $"SELECT from_entity, to_entity, claims, {RelationshipColumns.Names} FROM tie WHERE from_entity = ? AND to_entity = ?"
    );
    readonly Statement _upsert = connection.Prepare(
        $"""
        INSERT OR REPLACE INTO tie (from_entity, to_entity, claims, {RelationshipColumns.Names})
        VALUES (?, ?, ?, {RelationshipColumns.Places})
        """
    );
    readonly Statement _delete = connection.Prepare(
        "DELETE FROM tie WHERE from_entity = ? AND to_entity = ? AND type = ? AND kind = ? AND currency = ? AND directed = ?"
    );

    /// <summary>Takes away the index by second ends for as long as an import fills an empty table. To be called while no statement is open.</summary>
    public static IDisposable? RebuildIndex(SqliteConnection connection, int import) =>
        connection.Number("SELECT EXISTS (SELECT 1 FROM tie)") == 0 ? new Rebuilding(connection) : null;

    /// <summary>The ties between two businesses as they are shown now.</summary>
    public Dictionary<TieKey, TieRow> Find(long a, long b)
    {
        if (_wasEmpty)
        {
            return None;
        }

        var found = new Dictionary<TieKey, TieRow>();
        foreach (var (from, to) in (ReadOnlySpan<(long, long)>)(a == b ? [(a, b)] : [(a, b), (b, a)]))
        {
            _find.Bind(from).Bind(to);
            while (_find.Read())
            {
                var facts = RelationshipColumns.Read(_find, Facts);
                found.Add(KeyOf(from, to, facts), (facts, [.. _find.Longs(2)]));
            }
        }

        return found;
    }

    /// <summary>From now on these are the ties between two businesses.</summary>
    public ImportChanges Replace(
        long a,
        long b,
        BusinessId idA,
        Dictionary<TieKey, TieRow> before,
        IEnumerable<(Relationship Tie, long[] Claims)> shown,
        ImportChanges changes
    )
    {
        var (added, changed, kept) = (0, 0, 0);
        foreach (var (tie, claims) in shown)
        {
            var (from, to) = tie.From == idA ? (a, b) : (b, a);
            var facts = ColumnsOf(tie);
            var wasShown = before.Remove(KeyOf(from, to, facts), out var old);
            added += wasShown ? 0 : 1;
            changed += wasShown && old.Facts != facts ? 1 : 0;
            if (!wasShown || old.Facts != facts || !old.Claims.AsSpan().SequenceEqual(claims))
            {
                facts.Bind(_upsert.Bind(from).Bind(to).Bind(claims)).Run();
            }
        }

        foreach (var (from, to, type, kind, currency, directed) in before.Keys)
        {
            _delete.Bind(from).Bind(to).Bind(type).Bind(kind).Bind(currency).Bind(directed).Run();
        }

        return changes with
        {
            RelationshipsAdded = changes.RelationshipsAdded + added,
            RelationshipsChanged = changes.RelationshipsChanged + changed,
            RelationshipsRemoved = changes.RelationshipsRemoved + before.Count,
        };
    }

    public void Dispose()
    {
        _find.Dispose();
        _upsert.Dispose();
        _delete.Dispose();
    }

    static TieKey KeyOf(long from, long to, RelationshipColumns facts) =>
        (from, to, facts.Type, facts.Kind, facts.Currency, facts.Directed);

    // The key's columns hold no NULL, which would be equal to nothing.
    static RelationshipColumns ColumnsOf(Relationship tie) =>
        RelationshipColumns.Of(tie.Facts) with
        {
            Kind = tie.Key.Kind ?? "",
            Currency = tie.Key.Currency ?? "",
            Directed = tie.Key.IsDirected,
        };

    sealed class Rebuilding : IDisposable
    {
        readonly SqliteConnection _connection;

        public Rebuilding(SqliteConnection connection)
        {
            _connection = connection;
            connection.Execute("DROP INDEX tie_to");
        }

        public void Dispose() => _connection.Execute(Schema.TieTo);
    }
}
