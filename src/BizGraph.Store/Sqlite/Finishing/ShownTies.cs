using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Last phase: the ties between each pair of businesses that a claim joins or joined.</summary>
sealed class ShownTies(SqliteConnection connection, EntityPair pairs, Standings standings) : IDisposable
{
    const string Said = $"""
        c.number, c.file, c.row, c.part, c.is_event, c.event_date, c.document,
        c.type, c.kind, c.currency, c.directed, c.weight, c.amount, c.since, c.until, c.ended, c.confidence, c.more
        """;

    const string Ends = "CROSS JOIN tie_end f ON f.number = c.from_end CROSS JOIN tie_end t ON t.number = c.to_end";

    const int Number = 2;
    const int FirstFact = 9;

    readonly TieTable _table = new(connection);
    readonly BusinessIds _ids = new(connection);
    readonly Statement _claim = connection.Prepare($"{Columns(pairs)} FROM tie_claim c {Ends} {pairs.Groups} WHERE c.number = ?");
    readonly List<ResolvedRelationshipClaim> _claims = [];
    readonly List<long> _numbers = [];

    public static ImportChanges Apply(
        SqliteConnection connection,
        AffectedImports imports,
        EntityPair pairs,
        Standings standings,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        if (connection.Number("SELECT EXISTS (SELECT 1 FROM tie)") != 0)
        {
            return Replace(connection, imports.Main, pairs, standings, changes, cancellation);
        }

        connection.Execute("DROP INDEX tie_b");
        changes = Replace(connection, imports.Main, pairs, standings, changes, cancellation);
        connection.Execute(Schema.TieB);
        return changes;
    }

    public void Dispose()
    {
        _table.Dispose();
        _ids.Dispose();
        _claim.Dispose();
    }

    static ImportChanges Replace(
        SqliteConnection connection,
        int import,
        EntityPair pairs,
        Standings standings,
        ImportChanges changes,
        CancellationToken cancellation
    )
    {
        using var ties = new ShownTies(connection, pairs, standings);
        using var row = connection.Prepare(Claims(pairs));
        var more = row.Read();
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            var pair = row.Long(0);
            ties.Begin();
            do
            {
                ties.Add(row);
                more = row.Read();
            } while (more && row.Long(0) == pair);

            changes = ties.Show(pair, import, changes);
        }

        return changes;
    }

    static string Columns(EntityPair pairs) => $"SELECT {pairs.Sql} AS pair, {pairs.From}, {Said}";

    // Claims of other imports are looked up where a pair needs them; the pairs that only lost some have no row of a claim.
    // Most ends are ids, so looking for the few others takes a third of the time that looking up each end did.
    static string Claims(EntityPair pairs) =>
        $"""
            SELECT {pairs.SqlOfIds} AS pair, {pairs.FromOfIds}, {Said} FROM affected a
            CROSS JOIN tie_claim c ON c.number BETWEEN a.first AND a.last
            LEFT JOIN otherwise f ON f.number = c.from_end LEFT JOIN otherwise t ON t.number = c.to_end {pairs.GroupsOfIds}
            WHERE pair IS NOT NULL
            UNION ALL
            {Columns(pairs)} FROM moved_claim m CROSS JOIN tie_claim c ON c.number = m.claim {Ends} {pairs.Groups}
            UNION ALL
            SELECT pair, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM lost_pair
            ORDER BY pair
            """;

    void Begin()
    {
        _claims.Clear();
        _numbers.Clear();
    }

    void Add(Statement row)
    {
        if (!row.IsNull(Number) && standings.Of(row.Long(Number), row.Int(3)) is { } standing)
        {
            var (a, b) = EntityPair.Parts(row.Long(0));
            var from = row.Long(1);
            _claims.Add(new(ClaimOf(row), standing, _ids.Of(from), _ids.Of(from == a ? b : a)));
            _numbers.Add(row.Long(Number));
        }
    }

    ImportChanges Show(long pair, int import, ImportChanges changes)
    {
        var (a, b) = EntityPair.Parts(pair);
        var before = _table.Find(a, b);
        foreach (var older in before.Values.SelectMany(tie => tie.Claims))
        {
            _claim.Bind(older).Read();
            if (_claim.LongOrNull(0) == pair)
            {
                Add(_claim);
            }

            _claim.Reset();
        }

        var consolidated = Consolidation.Relationships(_claims);
        changes = Counted(changes, consolidated, import);
        return _table.Replace(a, b, _ids.Of(a), before, Rows(consolidated.Shown), changes);
    }

    /// <summary>Each tie with the numbers of the claims that it was made of.</summary>
    IEnumerable<(Relationship Tie, long[] Claims)> Rows(List<Relationship> shown)
    {
        if (_claims.Count == 1)
        {
            return [(shown[0], [_numbers[0]])];
        }

        var numbers = _claims
            .Zip(_numbers)
            .ToLookup(c => RelationshipKey.Of(c.First.From, c.First.To, c.First.Claim.Said), c => c.Second);
        return shown.Select(tie => (tie, numbers[tie.Key].ToArray()));
    }

    ImportChanges Counted(ImportChanges changes, ConsolidatedRelationships consolidated, int import)
    {
        var known = Of(consolidated.Known, import);
        var repeated = Of(consolidated.Repeated, import);
        var selfTies = _claims.Count > 0 && _claims[0].From == _claims[0].To ? Of(_claims, import) : 0;
        return known + repeated + selfTies == 0
            ? changes
            : changes with
            {
                KnownAlready = changes.KnownAlready + known,
                Repeated = changes.Repeated + repeated,
                SelfTies = changes.SelfTies + selfTies,
            };
    }

    static int Of(List<ResolvedRelationshipClaim> claims, int import)
    {
        var count = 0;
        foreach (var claim in claims)
        {
            count += claim.Standing.Import == import ? 1 : 0;
        }

        return count;
    }

    // The ends as written are not needed any more: they are resolved.
    static RelationshipClaim ClaimOf(Statement row) =>
        new(
            new ClaimPosition(row.Int(3), row.Long(4), row.Int(5)),
            default,
            default,
            RelationshipColumns.Read(row, FirstFact).ToFacts(),
            row.Bool(6)
                ? new RelationshipEvent(row.LongOrNull(7) is { } day ? DateOnly.FromDayNumber((int)day) : null, row.TextOrNull(8))
                : null
        );
}
