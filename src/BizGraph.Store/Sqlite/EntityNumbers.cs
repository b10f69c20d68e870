using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The numbers of business ids; an id that has none gets the next.</summary>
sealed class EntityNumbers(SqliteConnection connection) : IDisposable
{
    readonly RecentlyKnown<BusinessId, long> _known = new();
    readonly Statement _insert = connection.Prepare("INSERT OR IGNORE INTO entity (id) VALUES (?)");
    readonly Statement _find = connection.Prepare("SELECT number FROM entity WHERE id = ?");

    public long Of(BusinessId id) =>
        _known.TryGet(id, out var number) ? number : _known.Set(id, Insert(id) ?? _find.Bind(id.Value).Number()!.Value);

    /// <summary>The transaction that gave the last numbers was not kept.</summary>
    public void Forget() => _known.Clear();

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
    }

    long? Insert(BusinessId id) => _insert.Bind(id.Value).Run() > 0 ? connection.LastNumber() : null;
}
