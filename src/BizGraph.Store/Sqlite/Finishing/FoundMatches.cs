using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Fourth phase: what matching finds of the businesses that arrived, or that lost a match, becomes claims.</summary>
sealed class FoundMatches : IDisposable
{
    // What was merged stays so for the matching, but for the groups that lost a claim or a member: their ids stand alone.
    const string Shown = """
        SELECT b.entity, b.listed, b.facts, NULL FROM business b
        WHERE NOT EXISTS (
            SELECT 1 FROM grouped g WHERE g.entity = b.entity AND g.number NOT IN (SELECT number FROM loosened))
        UNION ALL
        SELECT m.head, m.listed, m.facts, m.number FROM merged m WHERE m.number NOT IN (SELECT number FROM loosened)
        """;

    readonly SqliteConnection _connection;
    readonly Standings _standings;
    readonly int _import;
    readonly BusinessIds _ids;
    readonly EntityNumbers _entities;
    readonly MatchTable _table;
    readonly GivenIds _given;
    readonly Statement _pair;

    FoundMatches(SqliteConnection connection, Standings standings, int import)
    {
        (_connection, _standings, _import) = (connection, standings, import);
        _ids = new BusinessIds(connection);
        _entities = new EntityNumbers(connection);
        _table = new MatchTable(connection, _entities);
        _given = new GivenIds(connection);
        _pair = connection.Prepare(
            """
            SELECT number, file FROM match_claim WHERE NOT by_hand AND one = ?1 AND other = ?2
            UNION ALL
            SELECT number, file FROM match_claim WHERE NOT by_hand AND one = ?2 AND other = ?1
            """
        );
    }

    /// <summary>Asks the matching and keeps what it finds.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="standings">Which claims count.</param>
    /// <param name="import">The import that finishes, whose claims they become; or the one that is undone, and they become claims of the import that brought the later of the two.</param>
    /// <param name="matching">The matching.</param>
    /// <param name="events">What happened to the businesses.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The entities that may stand in another group now.</returns>
    public static IReadOnlyCollection<long> Apply(
        SqliteConnection connection,
        Standings standings,
        int import,
        MatchFinder matching,
        BusinessEvents events,
        CancellationToken cancellation
    )
    {
        var asked = AskedAgain.Of(connection, standings, isUndo: !standings.Counts(import), events);
        if (asked.Arrived.Count == 0)
        {
            return asked.Unmatched;
        }

        using var matches = new FoundMatches(connection, standings, import);
        var arrived = asked.Arrived.Select(matches._ids.Of).ToHashSet();
        var found = matching(matches.ShownSoFar(cancellation), arrived).ToList();
        return [.. matches.Keep(found).Concat(asked.Unmatched)];
    }

    public void Dispose()
    {
        _ids.Dispose();
        _entities.Dispose();
        _table.Dispose();
        _given.Dispose();
        _pair.Dispose();
    }

    IEnumerable<Business> ShownSoFar(CancellationToken cancellation)
    {
        var others = _connection
            .Rows(
                "SELECT g.number, g.entity FROM grouped g JOIN business b ON b.entity = g.entity WHERE g.entity <> g.head",
                r => (Group: r.Long(0), Entity: r.Long(1))
            )
            .ToLookup(other => other.Group, other => _ids.Of(other.Entity));
        using var row = _connection.Prepare(Shown);
        while (row.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new Business(_ids.Of(row.Long(0)), FactsJson.Read<BusinessFacts>(row.Bytes(2)), row.Bool(1))
            {
                OtherIds = row.LongOrNull(3) is { } group ? [.. others[group]] : [],
            };
        }
    }

    HashSet<long> Keep(List<FoundMatch> found)
    {
        var matched = new HashSet<long>();
        var next = new Dictionary<int, long>();
        for (var i = 0; i < found.Count; i++)
        {
            var (one, other, verdict, score, reason) = found[i];
            if (IsKnown(one, other) || OwnerOf(one, other) is not { } owner)
            {
                continue;
            }

            var number = next.TryGetValue(owner, out var known) ? known : ClaimNumbers.Next(_connection, "match_claim", owner);
            next[owner] = number + 1;
            var position = new ClaimPosition(File: 0, Row: 0, Part: i);
            _table.Write(number, new MatchClaim(position, one, other, verdict, IsByHand: false, score, reason));
            matched.Add(_entities.Of(one));
            matched.Add(_entities.Of(other));
        }

        return matched;
    }

    /// <summary>Whether matching found the pair before, in an import that counts.</summary>
    bool IsKnown(BusinessId one, BusinessId other)
    {
        var isKnown = false;
        _pair.Bind(_entities.Of(one)).Bind(_entities.Of(other));
        while (_pair.Read())
        {
            isKnown |= _standings.Of(_pair.Long(0), _pair.Int(1)) is not null;
        }

        return isKnown;
    }

    /// <summary>Whose claim it is: taken back with what brought the later of the two.</summary>
    int? OwnerOf(BusinessId one, BusinessId other)
    {
        if (_standings.Counts(_import))
        {
            return _import;
        }

        var (first, second) = (BroughtBy(one), BroughtBy(other));
        return first is null || second is null ? null : (first.Value.Place > second.Value.Place ? first : second).Value.Import;
    }

    (int Import, GivenPlace Place)? BroughtBy(BusinessId id)
    {
        var places = _given.Of(_entities.Of(id), id).FindAll(given => _standings.Counts(given.Import));
        return places.Count == 0 ? null : places.MinBy(given => given.Place);
    }
}
