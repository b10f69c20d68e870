using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The business ids of entity numbers.</summary>
sealed class BusinessIds(SqliteConnection connection) : IDisposable
{
    readonly RecentlyKnown<long, BusinessId> _known = new();
    readonly Statement _find = connection.Prepare("SELECT id FROM entity WHERE number = ?");

    public BusinessId Of(long entity) => _known.TryGet(entity, out var id) ? id : _known.Set(entity, Find(entity));

    public void Dispose() => _find.Dispose();

    BusinessId Find(long entity)
    {
        _find.Bind(entity).Read();
        var id = new BusinessId(_find.Text(0));
        _find.Reset();
        return id;
    }
}
