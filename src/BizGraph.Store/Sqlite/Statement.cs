using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BizGraph.Store.Sqlite;

/// <summary>A statement that is prepared once and run many times. Parameters are set in order: <c>statement.Bind(1).Bind("x").Run()</c>.</summary>
/// <remarks>
/// Stands on SQLite's own interface: a command of the provider looks its parameters up by name, boxes each value and makes a
/// reader for each run, which was most of the time that a row took.
/// </remarks>
sealed class Statement : IDisposable
{
    readonly sqlite3 _database;
    readonly sqlite3_stmt _statement;
    int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(long? value)
    {
        Check(
            value is { } number
                ? raw.sqlite3_bind_int64(_statement, ++_bound, number)
                : raw.sqlite3_bind_null(_statement, ++_bound)
        );
        return this;
    }

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(double? value)
    {
        Check(
            value is { } number
                ? raw.sqlite3_bind_double(_statement, ++_bound, number)
                : raw.sqlite3_bind_null(_statement, ++_bound)
        );
        return this;
    }

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(bool? value) => Bind(value is { } flag ? (flag ? 1L : 0L) : null);

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, value));
        return this;
    }

    /// <summary>Sets the next parameter.</summary>
    public Statement Bind(ReadOnlySpan<long> values)
    {
        Check(raw.sqlite3_bind_blob(_statement, ++_bound, MemoryMarshal.AsBytes(values)));
        return this;
    }

    /// <summary>Runs the statement to its end and returns how many rows it changed.</summary>
    public int Run()
    {
        while (Read()) { }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>Goes to the first or next row. After the last one the statement can be run again.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Makes the statement ready to be run again before its last row was read.</summary>
    public void Reset()
    {
        _bound = 0;
        _ = raw.sqlite3_reset(_statement);
    }

    /// <summary>The first column of the first row; null where there is no row or it is NULL.</summary>
    public long? Number()
    {
        var number = Read() ? LongOrNull(0) : null;
        Reset();
        return number;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => raw.sqlite3_column_int(_statement, column);

    public bool Bool(int column) => Int(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>Whole numbers that were written as one value; valid until the next row.</summary>
    public ReadOnlySpan<long> Longs(int column) => MemoryMarshal.Cast<byte, long>(raw.sqlite3_column_blob(_statement, column));

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : raw.sqlite3_column_double(_statement, column);

    public bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => _statement.Dispose();

    void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
