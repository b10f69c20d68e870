using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>Short ways to run a statement with parameters <c>$0</c>, <c>$1</c>, ... in order.</summary>
static class SqliteCommands
{
    /// <summary>A statement that is prepared once and run many times with other values.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        }

        return command;
    }

    /// <summary>Sets the values of a prepared statement; null becomes NULL.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>Runs a statement once.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values.Length).With(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is none.</summary>
    public static long Number(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values.Length).With(values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>Each row of a query, made into a value.</summary>
    public static List<T> Rows<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> make,
        params ReadOnlySpan<object?> values
    )
    {
        using var command = connection.Prepare(sql, values.Length).With(values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(make(reader));
        }

        return rows;
    }

    /// <summary>The text of a column, or null.</summary>
    public static string? Text(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>The whole number of a column, or null.</summary>
    public static long? Long(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>The number of a column, or null.</summary>
    public static double? Double(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
