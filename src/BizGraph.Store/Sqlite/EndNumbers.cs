using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The numbers of tie ends as their sources write them. An end's number follows from the entity that its text names as an id.</summary>
sealed class EndNumbers(SqliteConnection connection, EntityNumbers entities) : IDisposable
{
    readonly RecentlyKnown<long, bool> _written = new();
    readonly Statement _insert = connection.Prepare(
        "INSERT OR IGNORE INTO tie_end (number, entity, uses, source, text, name) VALUES (?, NULL, 0, ?, ?, ?)"
    );

    /// <summary>The entity whose id the text of an end would be.</summary>
    public static long IdEntityOf(long end) => end >> 1;

    /// <summary>The end whose file says that it is an entity's id.</summary>
    public static long AsId(long entity) => (entity << 1) | 1;

    /// <summary>Whether the end's file says that it is an id.</summary>
    public static bool IsId(long end) => (end & 1) == 1;

    public long Of(string source, RelationshipEnd end)
    {
        var number = (entities.Of(BusinessId.From(source, end.Text)) << 1) | (end.IsId ? 1L : 0L);
        if (!_written.TryGet(number, out _))
        {
            _insert.Bind(number).Bind(source).Bind(end.Text).Bind(BusinessId.Normalize(end.Text)).Run();
            _written.Set(number, true);
        }

        return number;
    }

    /// <summary>The transaction that wrote the last ends was not kept.</summary>
    public void Forget() => _written.Clear();

    public void Dispose() => _insert.Dispose();
}
