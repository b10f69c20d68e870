using BizGraph.Model;
using Microsoft.Data.Sqlite;
using Regrouped = System.Collections.Generic.IReadOnlyDictionary<long, BizGraph.Store.Sqlite.Finishing.GroupPlace?>;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Sixth phase: what is shown of the groups whose members or claims are other than before, and under which id.</summary>
sealed class MergedBusinesses : IDisposable
{
    readonly SqliteConnection _connection;
    readonly Regrouped _regrouped;
    readonly BusinessEvents _events;
    readonly BusinessTable _table;
    readonly MergedMembers _members;
    readonly MergeCounts _counts;
    readonly Statement _find;
    readonly Statement _write;
    readonly Statement _delete;
    readonly Statement _head;
    readonly Statement _moved;

    MergedBusinesses(SqliteConnection connection, Standings standings, Regrouped regrouped, BusinessEvents events)
    {
        (_connection, _regrouped, _events) = (connection, regrouped, events);
        _table = new BusinessTable(connection, events);
        _members = new MergedMembers(connection, standings, _table);
        _counts = new MergeCounts(events);
        _find = connection.Prepare("SELECT head, listed, facts FROM merged WHERE number = ?");
        _write = connection.Prepare("INSERT OR REPLACE INTO merged VALUES (?, ?, ?, ?)");
        _delete = connection.Prepare("DELETE FROM merged WHERE number = ?");
        _head = connection.Prepare("UPDATE grouped SET head = ?2, given = 1 WHERE number = ?1");
        _moved = connection.Prepare("INSERT INTO regrouped VALUES (?, ?)");
    }

    /// <summary>Brings the groups up to date.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="standings">Which claims count.</param>
    /// <param name="isUndo">Whether an import ceased to count for good.</param>
    /// <param name="regrouped">The entities whose group is another one now, with the place that they had.</param>
    /// <param name="events">What happened to the members themselves.</param>
    /// <param name="changes">What was counted of the members.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The changes, with each group counted once.</returns>
    public static ImportChanges Apply(
        SqliteConnection connection,
        Standings standings,
        bool isUndo,
        Regrouped regrouped,
        BusinessEvents events,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var groups = new MergedBusinesses(connection, standings, regrouped, events);
        groups.TakeAway();
        foreach (var number in groups.Affected(isUndo))
        {
            cancellation.ThrowIfCancellationRequested();
            groups.Show(number);
        }

        groups.ShowAlone();
        return groups._counts.AddTo(changes, entity => groups._table.Find(entity) is { IsListed: true });
    }

    public void Dispose()
    {
        _table.Dispose();
        _members.Dispose();
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _write, _delete, _head, _moved])
        {
            statement.Dispose();
        }
    }

    /// <summary>The groups that are no more as they were.</summary>
    void TakeAway()
    {
        foreach (var number in _regrouped.Values.OfType<GroupPlace>().Select(place => place.Number).Distinct())
        {
            CountBefore(number);
            _delete.Bind(number).Run();
        }
    }

    /// <summary>The groups that are new, and those of which a member is other than before. After an undo all: another import may have given their ids first.</summary>
    IEnumerable<long> Affected(bool isUndo)
    {
        if (isUndo)
        {
            return _connection.Rows("SELECT DISTINCT number FROM grouped ORDER BY number", r => r.Long(0));
        }

        var touched = new HashSet<long>(_regrouped.Keys.Concat(_events.Added).Concat(_events.Removed).Concat(_events.Rewritten));
        return _connection
            .Rows("SELECT entity, number, given FROM grouped", r => (Entity: r.Long(0), Number: r.Long(1), IsGiven: r.Bool(2)))
            // An id that nothing had given may be given now, although its end of a tie means another business.
            .Where(member => touched.Contains(member.Entity) || !member.IsGiven)
            .Select(member => member.Number)
            .Distinct()
            .Order();
    }

    void Show(long number)
    {
        CountBefore(number);
        var members = _members.Of(number);
        // Where nothing names any member, their ties are going, too; until then they stand under its first.
        var head = number;
        List<long> neverGiven = [];
        if (_members.Merge(members) is { } merged)
        {
            (head, neverGiven) = (merged.Head, merged.NeverGiven);
            _write.Bind(number).Bind(head).Bind(merged.IsListed).Bind(merged.Facts).Run();
            _counts.GroupAfter(head, merged.IsListed, merged.Facts);
        }
        else
        {
            _delete.Bind(number).Run();
        }

        _head.Bind(number).Bind(head).Run();
        neverGiven.ForEach(entity => _connection.Run("UPDATE grouped SET given = 0 WHERE entity = ?", entity));
        foreach (var (entity, headSoFar) in members)
        {
            // A new group's members had the place that is remembered; those of one that stayed still stand under its old head.
            var headBefore = _regrouped.TryGetValue(entity, out var place) ? place?.Head ?? entity : headSoFar;
            if (_regrouped.ContainsKey(entity) && place is null)
            {
                _counts.AloneBefore(entity, _table.Find(entity));
            }

            Move(entity, headBefore, head);
        }
    }

    void ShowAlone()
    {
        foreach (var (entity, place) in _regrouped)
        {
            if (place is not null && _connection.Number("SELECT count(*) FROM grouped WHERE entity = ?", entity) == 0)
            {
                _counts.AloneAfter(entity, _table.Find(entity));
                Move(entity, place.Head, entity);
            }
        }
    }

    void Move(long entity, long headBefore, long head)
    {
        _counts.Member(entity, headBefore, head);
        if (headBefore != head)
        {
            _moved.Bind(entity).Bind(headBefore).Run();
        }
    }

    void CountBefore(long number)
    {
        if (_find.Bind(number).Read())
        {
            _counts.GroupBefore(_find.Long(0), _find.Bool(1), _find.Text(2));
        }

        _find.Reset();
    }
}
