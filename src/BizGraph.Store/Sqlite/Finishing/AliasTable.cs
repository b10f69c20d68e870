using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The names under which ties find the listed businesses, and which of them changed.</summary>
sealed class AliasTable(SqliteConnection connection) : IDisposable
{
    readonly SqliteCommand _find = connection.Prepare("SELECT name FROM alias WHERE entity = $0", 1);
    readonly SqliteCommand _insert = connection.Prepare("INSERT INTO alias VALUES ($0, $1, $2)", 3);
    readonly SqliteCommand _delete = connection.Prepare("DELETE FROM alias WHERE source = $0 AND name = $1 AND entity = $2", 3);
    readonly SqliteCommand _renamed = connection.Prepare("INSERT OR IGNORE INTO renamed VALUES ($0, $1)", 2);

    /// <summary>From now on these are the names of the business.</summary>
    public void Replace(string source, long entity, IReadOnlyList<string> names)
    {
        var before = Find(entity);
        foreach (var gone in before.Except(names))
        {
            _delete.With(source, gone, entity).ExecuteNonQuery();
            _renamed.With(source, gone).ExecuteNonQuery();
        }

        foreach (var name in names.Except(before))
        {
            _insert.With(source, name, entity).ExecuteNonQuery();
            _renamed.With(source, name).ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_find, _insert, _delete, _renamed])
        {
            command.Dispose();
        }
    }

    List<string> Find(long entity)
    {
        using var reader = _find.With(entity).ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
