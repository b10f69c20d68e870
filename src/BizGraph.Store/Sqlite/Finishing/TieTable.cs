using BizGraph.Model;
using Microsoft.Data.Sqlite;
using TieKey = (bool IsTurned, int Type, string? Kind, string? Currency, bool? Directed);
using TieRow = (BizGraph.Store.Sqlite.RelationshipColumns Facts, long[] Claims);

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Writes shown ties where they are other than before, and counts what changed.</summary>
sealed class TieTable(SqliteConnection connection) : IDisposable
{
    const int Facts = 2;

    static readonly Dictionary<TieKey, TieRow> None = [];

    // A first import has nothing to compare with, and most imports of many rows are first ones.
    readonly bool _wasEmpty = connection.Number("SELECT EXISTS (SELECT 1 FROM tie)") == 0;
    readonly Statement _find = connection.Prepare(
        $"SELECT turned, claims, {RelationshipColumns.Names} FROM tie WHERE a = ? AND b = ?"
    );
    readonly Statement _upsert = connection.Prepare(
        $"""
        INSERT OR REPLACE INTO tie (a, b, turned, claims, {RelationshipColumns.Names})
        VALUES (?, ?, ?, ?, {RelationshipColumns.Places})
        """
    );
    readonly Statement _delete = connection.Prepare(
        "DELETE FROM tie WHERE a = ? AND b = ? AND turned = ? AND type = ? AND kind = ? AND currency = ? AND directed = ?"
    );

    /// <summary>The ties between two businesses as they are shown now.</summary>
    public Dictionary<TieKey, TieRow> Find(long a, long b)
    {
        if (_wasEmpty)
        {
            return None;
        }

        var found = new Dictionary<TieKey, TieRow>();
        _find.Bind(a).Bind(b);
        while (_find.Read())
        {
            var facts = RelationshipColumns.Read(_find, Facts);
            found.Add(KeyOf(_find.Bool(0), facts), (facts, [.. _find.Longs(1)]));
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
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var (tie, claims) in shown)
        {
            var isTurned = tie.From != idA;
            var facts = ColumnsOf(tie);
            var wasShown = before.Remove(KeyOf(isTurned, facts), out var old);
            added += wasShown ? 0 : 1;
            changed += wasShown && old.Facts != facts ? 1 : 0;
            unchanged += wasShown && old.Facts == facts ? 1 : 0;
            if (!wasShown || old.Facts != facts || !old.Claims.AsSpan().SequenceEqual(claims))
            {
                facts.Bind(_upsert.Bind(a).Bind(b).Bind(isTurned).Bind(claims)).Run();
            }
        }

        foreach (var (isTurned, type, kind, currency, directed) in before.Keys)
        {
            _delete.Bind(a).Bind(b).Bind(isTurned).Bind(type).Bind(kind).Bind(currency).Bind(directed).Run();
        }

        return added + changed + unchanged + before.Count == 0
            ? changes
            : changes with
            {
                RelationshipsAdded = changes.RelationshipsAdded + added,
                RelationshipsChanged = changes.RelationshipsChanged + changed,
                RelationshipsUnchanged = changes.RelationshipsUnchanged + unchanged,
                RelationshipsRemoved = changes.RelationshipsRemoved + before.Count,
            };
    }

    public void Dispose()
    {
        _find.Dispose();
        _upsert.Dispose();
        _delete.Dispose();
    }

    static TieKey KeyOf(bool isTurned, RelationshipColumns facts) =>
        (isTurned, facts.Type, facts.Kind, facts.Currency, facts.Directed);

    // The key's columns hold no NULL, which would be equal to nothing.
    static RelationshipColumns ColumnsOf(Relationship tie) =>
        RelationshipColumns.Of(tie.Facts) with
        {
            Kind = tie.Key.Kind ?? "",
            Currency = tie.Key.Currency ?? "",
            Directed = tie.Key.IsDirected,
        };
}
