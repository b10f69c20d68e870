using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The names under which ties find the listed businesses.</summary>
sealed class AliasTable(SqliteConnection connection, string source) : IDisposable
{
    readonly bool _hasEnds = connection.Number("SELECT EXISTS (SELECT 1 FROM tie_end WHERE uses > 0)") != 0;
    readonly Statement _insert = connection.Prepare("INSERT INTO alias VALUES (?, ?, ?)");
    readonly Statement _delete = connection.Prepare("DELETE FROM alias WHERE source = ? AND name = ? AND entity = ?");
    readonly Statement _dirty = connection.Prepare(
        "INSERT OR IGNORE INTO dirty_end SELECT number FROM tie_end WHERE source = ? AND name = ? AND uses > 0"
    );

    /// <summary>From now on the business has other names than before; the ends that are written like one that came or went are looked at anew.</summary>
    public void Replace(long entity, IReadOnlyList<string> before, IReadOnlyList<string> names)
    {
        foreach (var gone in before.Except(names))
        {
            _delete.Bind(source).Bind(gone).Bind(entity).Run();
            MarkEnds(gone);
        }

        foreach (var name in names.Except(before))
        {
            _insert.Bind(source).Bind(name).Bind(entity).Run();
            MarkEnds(name);
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _dirty.Dispose();
    }

    void MarkEnds(string name)
    {
        if (_hasEnds)
        {
            _dirty.Bind(source).Bind(name).Run();
        }
    }
}
