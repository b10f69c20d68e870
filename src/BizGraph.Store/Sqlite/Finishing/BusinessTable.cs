using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Writes shown businesses where they are other than before, and counts what changed.</summary>
sealed class BusinessTable(SqliteConnection connection, BusinessEvents events) : IDisposable
{
    readonly bool _wasEmpty = connection.Number("SELECT EXISTS (SELECT 1 FROM business)") == 0;
    readonly Statement _find = connection.Prepare("SELECT listed, claims, names, facts FROM business WHERE entity = ?");
    readonly Statement _insert = connection.Prepare("INSERT OR REPLACE INTO business VALUES (?, ?, ?, ?, ?)");
    readonly Statement _unlist = connection.Prepare("UPDATE business SET listed = 0, claims = x'', names = '' WHERE entity = ?");
    readonly Statement _delete = connection.Prepare("DELETE FROM business WHERE entity = ? AND NOT listed");
    readonly bool _hasMatches = connection.Number("SELECT EXISTS (SELECT 1 FROM match_claim)") != 0;
    readonly Statement _matched = connection.Prepare(
        "SELECT EXISTS (SELECT 1 FROM match_claim WHERE one = ?1) OR EXISTS (SELECT 1 FROM match_claim WHERE other = ?1)"
    );
    readonly Statement _relisted = connection.Prepare("INSERT OR IGNORE INTO relisted VALUES (?)");

    /// <summary>The business as it is shown now; null where it is not.</summary>
    public BusinessRow? Find(long entity)
    {
        // A first import has nothing to compare with, and most imports of many rows are first ones.
        if (_wasEmpty || !_find.Bind(entity).Read())
        {
            return null;
        }

        var row = new BusinessRow(_find.Bool(0), [.. _find.Longs(1)], BusinessRow.NamesOf(_find.Text(2)), _find.Text(3));
        _find.Reset();
        return row;
    }

    /// <summary>Shows a business otherwise than <paramref name="before"/>.</summary>
    public ImportChanges Show(long entity, BusinessRow? before, BusinessRow now, ImportChanges changes)
    {
        if (now.IsListed && before is not { IsListed: true })
        {
            _relisted.Bind(entity).Run();
            events.Listed.Add(entity);
        }

        // What was unlisted a phase ago was shown as listed until now.
        var isShownLike = before?.IsShownLike(now) == true && !events.Unlisted.Contains(entity);
        if (before is null)
        {
            events.Added.Add(entity);
        }
        else if (!isShownLike)
        {
            events.Changed.Add(entity);
            Remember(entity, before);
        }

        if (before is null || !before.IsWrittenLike(now))
        {
            if (before is not null)
            {
                events.Rewritten.Add(entity);
            }

            _insert.Bind(entity).Bind(now.IsListed).Bind(now.Claims).Bind(BusinessRow.Text(now.Names)).Bind(now.Facts).Run();
        }

        return before is null
                ? changes with
                {
                    BusinessesAdded = changes.BusinessesAdded + 1,
                    NamedOnlyInTies = changes.NamedOnlyInTies + (now.IsListed ? 0 : 1),
                }
            : isShownLike ? changes with { BusinessesUnchanged = changes.BusinessesUnchanged + 1 }
            : changes with { BusinessesChanged = changes.BusinessesChanged + 1 };
    }

    /// <summary>No row lists the business any more; whether a tie still names it is found out later.</summary>
    public void Unlist(long entity)
    {
        events.Unlisted.Add(entity);
        events.Rewritten.Add(entity);
        _unlist.Bind(entity).Run();
        _relisted.Bind(entity).Run();
    }

    /// <summary>Takes away a business that nothing names.</summary>
    public ImportChanges Remove(long entity, ImportChanges changes)
    {
        var before = Find(entity);
        if (_delete.Bind(entity).Run() == 0)
        {
            return changes;
        }

        Remember(entity, before!);
        events.Removed.Add(entity);
        return changes with { BusinessesRemoved = changes.BusinessesRemoved + 1 };
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _insert, _unlist, _delete, _matched, _relisted])
        {
            statement.Dispose();
        }
    }

    // What was unlisted a phase ago holds its facts still.
    void Remember(long entity, BusinessRow before)
    {
        if (_hasMatches && _matched.Bind(entity).Number() == 1)
        {
            events.Before[entity] = (before.IsListed || events.Unlisted.Contains(entity), before.Facts);
        }
    }
}
