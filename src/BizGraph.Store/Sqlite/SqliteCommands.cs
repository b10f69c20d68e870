using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>Short ways to run a statement once, its parameters in order.</summary>
static class SqliteCommands
{
    /// <summary>A statement that is run many times with other values.</summary>
    public static Statement Prepare(this SqliteConnection connection, string sql) => new(connection, sql);

    /// <summary>Runs several statements without parameters.</summary>
    public static void Execute(this SqliteConnection connection, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle!, sql), connection.Handle!);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = connection.Prepare(sql);
        return Bind(statement, values).Run();
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is none.</summary>
    public static long Number(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = connection.Prepare(sql);
        return Bind(statement, values).Number() ?? 0;
    }

    /// <summary>The number that the last inserted row got.</summary>
    public static long LastNumber(this SqliteConnection connection) => raw.sqlite3_last_insert_rowid(connection.Handle!);

    /// <summary>Each row of a query, made into a value.</summary>
    public static List<T> Rows<T>(
        this SqliteConnection connection,
        string sql,
        Func<Statement, T> make,
        params ReadOnlySpan<object?> values
    )
    {
        using var statement = connection.Prepare(sql);
        Bind(statement, values);
        var rows = new List<T>();
        while (statement.Read())
        {
            rows.Add(make(statement));
        }

        return rows;
    }

    static Statement Bind(Statement statement, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            _ = value switch
            {
                null => statement.Bind((string?)null),
                string text => statement.Bind(text),
                bool flag => statement.Bind(flag),
                int number => statement.Bind(number),
                long number => statement.Bind(number),
                _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(values)),
            };
        }

        return statement;
    }
}
