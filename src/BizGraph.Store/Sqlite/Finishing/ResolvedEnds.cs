using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Second phase: which business each end of a tie means, for the ends that the affected imports use or whose business changed.</summary>
sealed class ResolvedEnds(SqliteConnection connection) : IDisposable
{
    // Both ends that are written like the id of such a business.
    const string MarkDirty = """
        INSERT OR IGNORE INTO dirty_end
            SELECT e.number FROM relisted r CROSS JOIN tie_end e ON e.number BETWEEN r.entity * 2 AND r.entity * 2 + 1
            WHERE e.uses > 0;
        INSERT OR IGNORE INTO touched
            SELECT r.entity FROM relisted r CROSS JOIN business b ON b.entity = r.entity WHERE NOT b.listed;
        """;

    readonly EntityNumbers _entities = new(connection);
    readonly Statement _end = connection.Prepare(
        "SELECT e.entity, e.uses, (SELECT b.listed FROM business b WHERE b.entity = e.number >> 1) FROM tie_end e WHERE e.number = ?"
    );
    readonly Statement _written = connection.Prepare("SELECT source, text, name FROM tie_end WHERE number = ?");
    readonly Statement _named = connection.Prepare(
        // Of those that mean one business, the first stands for all.
        """
        SELECT min(e.id) FROM alias a JOIN entity e ON e.number = a.entity LEFT JOIN grouped g ON g.entity = a.entity
        WHERE a.source = ? AND a.name = ? GROUP BY coalesce(g.number, -a.entity) LIMIT 2
        """
    );
    readonly Statement _update = connection.Prepare("UPDATE tie_end SET entity = ?2, uses = uses + ?3 WHERE number = ?1");
    readonly Statement _otherwise = connection.Prepare("INSERT OR REPLACE INTO otherwise VALUES (?, ?)");
    readonly Statement _moved = connection.Prepare("INSERT OR IGNORE INTO moved_end VALUES (?, ?)");
    readonly Statement _use = connection.Prepare("INSERT OR IGNORE INTO end_use VALUES (?, ?)");
    readonly Statement _touched = connection.Prepare("INSERT OR IGNORE INTO touched VALUES (?)");

    /// <summary>Resolves the ends and counts that the imports use them, or do no more.</summary>
    /// <returns>Whether an end of them fits several businesses.</returns>
    public static bool Apply(
        SqliteConnection connection,
        AffectedImports imports,
        Standings standings,
        CancellationToken cancellation
    )
    {
        connection.Execute(MarkDirty);
        using var ends = new ResolvedEnds(connection);
        var isAmbiguous = false;
        foreach (var import in imports.All)
        {
            isAmbiguous |= ends.ResolveUsed(import, standings.Counts(import), cancellation);
        }

        return ends.ResolveDirty(cancellation) || isAmbiguous;
    }

    /// <summary>Resolves the ends that are written like a name of a business that is grouped otherwise now: what fitted two may be one.</summary>
    /// <returns>Whether one of them fits several businesses.</returns>
    public static bool ApplyAgain(SqliteConnection connection, IEnumerable<long> regrouped, CancellationToken cancellation)
    {
        connection.Run("DELETE FROM dirty_end");
        using (var names = connection.Prepare("SELECT names FROM business WHERE entity = ?"))
        using (
            var mark = connection.Prepare(
                """
                INSERT OR IGNORE INTO dirty_end SELECT e.number
                FROM (SELECT DISTINCT source FROM import) i CROSS JOIN tie_end e ON e.source = i.source AND e.name = ?
                WHERE e.uses > 0
                """
            )
        )
        {
            foreach (var entity in regrouped)
            {
                var known = names.Bind(entity).Read() ? BusinessRow.NamesOf(names.Text(0)) : [];
                names.Reset();
                foreach (var name in known)
                {
                    mark.Bind(name).Run();
                }
            }
        }

        using var ends = new ResolvedEnds(connection);
        return ends.ResolveDirty(cancellation);
    }

    public void Dispose()
    {
        _entities.Dispose();
        foreach (var statement in (ReadOnlySpan<Statement>)[_end, _written, _named, _update, _otherwise, _moved, _use, _touched])
        {
            statement.Dispose();
        }
    }

    bool ResolveUsed(int import, bool counts, CancellationToken cancellation)
    {
        var isAmbiguous = false;
        foreach (var (end, uses) in EndUses.Count(connection, import, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (counts)
            {
                _use.Bind(end).Bind(import).Run();
            }

            var entity = Resolve(end, counts ? uses : -uses);
            isAmbiguous |= entity is null;
            if (entity != EndNumbers.IdEntityOf(end))
            {
                _otherwise.Bind(end).Bind(entity).Run();
            }
        }

        return isAmbiguous;
    }

    bool ResolveDirty(CancellationToken cancellation)
    {
        var isAmbiguous = false;
        using var dirty = connection.Prepare("SELECT number FROM dirty_end ORDER BY number");
        while (dirty.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var end = dirty.Long(0);
            var entity = Resolve(end, moreUses: 0);
            isAmbiguous |= entity is null;
            if (entity != EndNumbers.IdEntityOf(end))
            {
                _otherwise.Bind(end).Bind(entity).Run();
            }
        }

        return isAmbiguous;
    }

    long? Resolve(long end, int moreUses)
    {
        _end.Bind(end).Read();
        var (old, uses, isListedId) = (_end.LongOrNull(0), _end.Long(1), _end.Bool(2));
        _end.Reset();
        // The id of a listed business means it, whatever names there are: the rule needs no look at them.
        var (entity, isListed) = isListedId ? (EndNumbers.IdEntityOf(end), true) : ByName(end);
        if (old != entity && uses > 0)
        {
            _moved.Bind(end).Bind(old).Run();
            Touch(old);
        }

        if (!isListed)
        {
            Touch(entity);
        }

        if (old != entity || moreUses != 0)
        {
            _update.Bind(end).Bind(entity).Bind(moreUses).Run();
        }

        return entity;
    }

    void Touch(long? entity)
    {
        if (entity is not null)
        {
            _touched.Bind(entity).Run();
        }
    }

    (long? Entity, bool IsListed) ByName(long number)
    {
        _written.Bind(number).Read();
        var (source, end, name) = (
            _written.Text(0),
            new RelationshipEnd(_written.Text(1), EndNumbers.IsId(number)),
            _written.Text(2)
        );
        _written.Reset();
        var named = new List<BusinessId>(2);
        _named.Bind(source).Bind(name);
        while (_named.Read())
        {
            named.Add(new BusinessId(_named.Text(0)));
        }

        var business = Consolidation.Resolve(source, end, isListedId: false, named);
        return (business is { } id ? _entities.Of(id) : null, named.Count > 0);
    }
}
