using System.Runtime.CompilerServices;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>What a store file shows, in one read transaction: writers go on meanwhile and are not seen.</summary>
sealed class SqliteNetworkReading : INetworkReading
{
    /// <summary>The businesses that are shown: those that stand alone, and the groups that mean one.</summary>
    public const string Businesses = """
        SELECT entity, listed, facts FROM business b WHERE NOT EXISTS (SELECT 1 FROM grouped g WHERE g.entity = b.entity)
        UNION ALL
        SELECT head, listed, facts FROM merged
        """;

    /// <summary>Of the rows of <c>grouped</c>, those whose ids are shown as other ids of their head.</summary>
    public const string AreOtherIds = "entity <> head AND given";

    const int CancellationStride = 4096;

    readonly SqliteConnection _connection;

    // One text for each id, however many ties name it; looking it up twice in the database took half of the reading.
    readonly BusinessIds _ids;

    public SqliteNetworkReading(SqliteConnection connection)
    {
        _connection = connection;
        connection.Execute("BEGIN");
        _ids = new BusinessIds(connection);
        Version = connection.Number("SELECT version FROM store");
    }

    public long Version { get; }

    public async IAsyncEnumerable<Business> BusinessesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var others = OtherIds();
        using var query = _connection.Prepare(Businesses);
        for (var row = 0L; query.Read(); row++)
        {
            await Breathe(row, cancellation);
            yield return new Business(_ids.Of(query.Long(0)), FactsJson.Read<BusinessFacts>(query.Bytes(2)), query.Bool(1))
            {
                OtherIds = [.. others[query.Long(0)]],
            };
        }
    }

    public async IAsyncEnumerable<Relationship> RelationshipsAsync(
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        using var query = _connection.Prepare(
            """
            SELECT iif(turned, b, a), iif(turned, a, b), type, nullif(kind, ''), nullif(currency, ''), directed,
                weight, amount, since, until, ended, confidence, more
            FROM tie
            """
        );
        for (var row = 0L; query.Read(); row++)
        {
            await Breathe(row, cancellation);
            var facts = RelationshipColumns.Read(query, first: 2).ToFacts();
            var (from, to) = (_ids.Of(query.Long(0)), _ids.Of(query.Long(1)));
            yield return new Relationship(RelationshipKey.Of(from, to, facts), facts);
        }
    }

    public ValueTask DisposeAsync()
    {
        _ids.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>By head, the other ids of its group, in order.</summary>
    ILookup<long, BusinessId> OtherIds() =>
        _connection
            .Rows($"SELECT head, entity FROM grouped WHERE {AreOtherIds}", r => (Head: r.Long(0), Entity: r.Long(1)))
            .Select(other => (other.Head, Id: _ids.Of(other.Entity)))
            .OrderBy(other => other.Id)
            .ToLookup(other => other.Head, other => other.Id);

    // SQLite reads synchronously; a long reading lets others run now and then.
    static async ValueTask Breathe(long row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (row % CancellationStride == CancellationStride - 1)
        {
            await Task.Yield();
        }
    }
}
