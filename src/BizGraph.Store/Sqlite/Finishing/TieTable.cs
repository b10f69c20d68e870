using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Writes shown ties where they are other than before, and counts what changed.</summary>
sealed class TieTable(SqliteConnection connection) : IDisposable
{
    const int KeyColumns = 2;

    // A first import has nothing to compare with, and most imports of many rows are first ones.
    readonly bool _isEmpty = connection.Number("SELECT EXISTS (SELECT 1 FROM tie)") == 0;
    readonly SqliteCommand _find = connection.Prepare(
        $"SELECT from_entity, to_entity, {RelationshipColumns.Names} FROM tie WHERE from_entity = $0 AND to_entity = $1",
        2
    );
    readonly SqliteCommand _upsert = connection.Prepare(
        $"""
        INSERT OR REPLACE INTO tie (from_entity, to_entity, {RelationshipColumns.Names})
        VALUES ({string.Join(", ", Enumerable.Range(0, KeyColumns + RelationshipColumns.Count).Select(i => "$" + i))})
        """,
        KeyColumns + RelationshipColumns.Count
    );
    readonly SqliteCommand _delete = connection.Prepare(
        "DELETE FROM tie WHERE from_entity = $0 AND to_entity = $1 AND type = $2 AND kind = $3 AND currency = $4 AND directed = $5",
        6
    );

    /// <summary>From now on these are the ties between two businesses.</summary>
    public ImportChanges Replace(long a, long b, BusinessId idA, List<Relationship> shown, ImportChanges changes)
    {
        var before = _isEmpty ? [] : Find(a, b);
        var (added, changed) = (0, 0);
        foreach (var tie in shown)
        {
            var (from, to) = tie.From == idA ? (a, b) : (b, a);
            var columns = ColumnsOf(tie);
            var key = (from, to, columns.Type, columns.Kind, columns.Currency, columns.Directed);
            if (!before.Remove(key, out var old))
            {
                added++;
            }
            else if (old == columns)
            {
                continue;
            }
            else
            {
                changed++;
            }

            _upsert.With(from, to);
            columns.Bind(_upsert.Parameters, KeyColumns);
            _upsert.ExecuteNonQuery();
        }

        foreach (var (from, to, type, kind, currency, directed) in before.Keys)
        {
            _delete.With(from, to, type, kind, currency, directed).ExecuteNonQuery();
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

    // The key's columns hold no NULL, which would be equal to nothing.
    static RelationshipColumns ColumnsOf(Relationship tie) =>
        RelationshipColumns.Of(tie.Facts) with
        {
            Kind = tie.Key.Kind ?? "",
            Currency = tie.Key.Currency ?? "",
            Directed = tie.Key.IsDirected,
        };

    Dictionary<(long, long, int, string?, string?, bool?), RelationshipColumns> Find(long a, long b)
    {
        var found = new Dictionary<(long, long, int, string?, string?, bool?), RelationshipColumns>();
        foreach (var (from, to) in a == b ? [(a, b)] : new[] { (a, b), (b, a) })
        {
            using var reader = _find.With(from, to).ExecuteReader();
            while (reader.Read())
            {
                var c = RelationshipColumns.Read(reader, KeyColumns);
                found.Add((from, to, c.Type, c.Kind, c.Currency, c.Directed), c);
            }
        }

        return found;
    }
}
