using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Writes shown businesses where they are other than before, and counts what changed.</summary>
sealed class BusinessTable(SqliteConnection connection) : IDisposable
{
    readonly SqliteCommand _find = connection.Prepare("SELECT listed, facts FROM business WHERE entity = $0", 1);
    readonly SqliteCommand _insert = connection.Prepare("INSERT INTO business VALUES ($0, $1, $2)", 3);
    readonly SqliteCommand _update = connection.Prepare("UPDATE business SET listed = $1, facts = $2 WHERE entity = $0", 3);
    readonly SqliteCommand _unlist = connection.Prepare("UPDATE business SET listed = 0 WHERE entity = $0 AND listed", 1);
    readonly SqliteCommand _delete = connection.Prepare("DELETE FROM business WHERE entity = $0 AND NOT listed", 1);
    readonly SqliteCommand _relisted = connection.Prepare("INSERT OR IGNORE INTO relisted VALUES ($0)", 1);

    /// <summary>Shows a business with these facts.</summary>
    public ImportChanges Show(long entity, BusinessFacts facts, bool isListed, ImportChanges changes)
    {
        var text = FactsJson.Write(facts);
        var (wasListed, before) = Find(entity);
        if (before == text && wasListed == isListed)
        {
            return changes;
        }

        if (isListed && wasListed != true)
        {
            _relisted.With(entity).ExecuteNonQuery();
        }

        (before is null ? _insert : _update).With(entity, isListed, text).ExecuteNonQuery();
        return before is null
            ? changes with
            {
                BusinessesAdded = changes.BusinessesAdded + 1,
            }
            : changes with
            {
                BusinessesChanged = changes.BusinessesChanged + 1,
            };
    }

    /// <summary>No row lists the business any more; whether a tie still names it is found out later.</summary>
    public void Unlist(long entity)
    {
        if (_unlist.With(entity).ExecuteNonQuery() > 0)
        {
            _relisted.With(entity).ExecuteNonQuery();
        }
    }

    /// <summary>Takes away a business that nothing names.</summary>
    public ImportChanges Remove(long entity, ImportChanges changes) =>
        changes with
        {
            BusinessesRemoved = changes.BusinessesRemoved + _delete.With(entity).ExecuteNonQuery(),
        };

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_find, _insert, _update, _unlist, _delete, _relisted])
        {
            command.Dispose();
        }
    }

    (bool? Listed, string? Facts) Find(long entity)
    {
        using var reader = _find.With(entity).ExecuteReader();
        return reader.Read() ? (reader.GetBoolean(0), reader.GetString(1)) : (null, null);
    }
}
