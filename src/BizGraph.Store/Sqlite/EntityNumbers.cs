using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The numbers of business ids; an id that has none gets the next.</summary>
sealed class EntityNumbers(SqliteConnection connection) : IDisposable
{
    readonly KnownNumbers<BusinessId> _known = new();
    readonly SqliteCommand _find = connection.Prepare("SELECT number FROM entity WHERE id = $0", 1);
    readonly SqliteCommand _insert = connection.Prepare("INSERT INTO entity (id) VALUES ($0) RETURNING number", 1);

    public long Of(BusinessId id) =>
        _known.Get(id) ?? _known.Set(id, (long)(_find.With(id.Value).ExecuteScalar() ?? _insert.With(id.Value).ExecuteScalar()!));

    /// <summary>Writes belong to this transaction from now on.</summary>
    public void Join(SqliteTransaction transaction)
    {
        _find.Transaction = transaction;
        _insert.Transaction = transaction;
    }

    /// <summary>The transaction that gave the last numbers was not kept.</summary>
    public void Forget() => _known.Clear();

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }
}
