using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Fifth phase: which entities mean one business, for those that a match claim of an affected import speaks of and all that hang together with them.</summary>
sealed class MatchGroups(SqliteConnection connection, Standings standings) : IDisposable
{
    const string AffectedEntities = """
        SELECT c.one FROM affected a CROSS JOIN match_claim c ON c.number BETWEEN a.first AND a.last
        UNION
        SELECT c.other FROM affected a CROSS JOIN match_claim c ON c.number BETWEEN a.first AND a.last
        """;

    readonly BusinessIds _ids = new(connection);
    readonly Statement _claims = MatchTable.OfEntity(connection);
    readonly Statement _group = connection.Prepare("SELECT number, head FROM grouped WHERE entity = ?");
    readonly Statement _members = connection.Prepare("SELECT entity FROM grouped WHERE number = ?");
    readonly Dictionary<long, GroupPlace> _before = []; // of the grouped entities that were met
    readonly Dictionary<BusinessId, long> _met = [];
    readonly Dictionary<long, CountingClaim<MatchClaim>> _counting = [];

    /// <summary>Groups them anew.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="standings">Which claims count.</param>
    /// <param name="matched">The entities that matching spoke of just now.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The entities whose group is another one now, with the place that they had.</returns>
    public static IReadOnlyDictionary<long, GroupPlace?> Apply(
        SqliteConnection connection,
        Standings standings,
        IEnumerable<long> matched,
        CancellationToken cancellation
    )
    {
        using var groups = new MatchGroups(connection, standings);
        groups.Meet(connection.Rows(AffectedEntities, r => r.Long(0)).Concat(matched), cancellation);
        return groups.Regroup();
    }

    public void Dispose()
    {
        _ids.Dispose();
        _claims.Dispose();
        _group.Dispose();
        _members.Dispose();
    }

    /// <summary>Goes from entity to entity along claims and the groups of before.</summary>
    void Meet(IEnumerable<long> entities, CancellationToken cancellation)
    {
        var waiting = new Queue<long>(entities);
        while (waiting.TryDequeue(out var entity))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_met.TryAdd(_ids.Of(entity), entity))
            {
                continue;
            }

            if (_group.Bind(entity).Read())
            {
                var place = new GroupPlace(_group.Long(0), _group.Long(1));
                _before[entity] = place;
                _members.Bind(place.Number);
                while (_members.Read())
                {
                    waiting.Enqueue(_members.Long(0));
                }
            }

            _group.Reset();
            MeetClaims(entity, waiting);
        }
    }

    void MeetClaims(long entity, Queue<long> waiting)
    {
        _claims.Bind(entity);
        while (_claims.Read())
        {
            var (number, one, other) = MatchTable.Key(_claims);
            if (MatchTable.Read(_claims, _ids, standings) is { } claim && _counting.TryAdd(number, claim))
            {
                waiting.Enqueue(one);
                waiting.Enqueue(other);
            }
        }
    }

    Dictionary<long, GroupPlace?> Regroup()
    {
        // A group's number is its least entity, so a group that stays the same keeps its number.
        var now = new Dictionary<long, long[]>();
        foreach (var group in Consolidation.Groups(_counting.Values))
        {
            var members = group.Select(id => _met[id]).Order().ToArray();
            foreach (var member in members)
            {
                now[member] = members;
            }
        }

        var before = _before
            .GroupBy(place => place.Value.Number)
            .SelectMany(group =>
            {
                var members = group.Select(place => place.Key).Order().ToArray();
                return members.Select(member => (member, members));
            })
            .ToDictionary();
        var changed = _met
            .Values.Where(entity =>
                !now.GetValueOrDefault(entity, []).AsSpan().SequenceEqual(before.GetValueOrDefault(entity, []))
            )
            .Order()
            .ToList();
        Write(changed, now);
        return changed.ToDictionary(entity => entity, entity => _before.GetValueOrDefault(entity));
    }

    void Write(List<long> changed, Dictionary<long, long[]> now)
    {
        using var delete = connection.Prepare("DELETE FROM grouped WHERE entity = ?");
        using var insert = connection.Prepare("INSERT INTO grouped VALUES (?, ?, ?, 1)");
        foreach (var entity in changed)
        {
            delete.Bind(entity).Run();
            if (now.TryGetValue(entity, out var members))
            {
                // Its head is found when it is known which of its members are shown at all.
                insert.Bind(entity).Bind(members[0]).Bind(members[0]).Run();
            }
        }
    }
}

/// <summary>Where an entity stands among those that mean one business.</summary>
/// <param name="Number">The number of the group.</param>
/// <param name="Head">The entity under whose id the group is shown.</param>
sealed record GroupPlace(long Number, long Head);
