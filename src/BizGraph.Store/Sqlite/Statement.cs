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
sealed unsafe class Statement : IDisposable
{
    const int ShortText = 256;

    readonly sqlite3 _database;
    readonly sqlite3_stmt _owner;
    readonly nint _statement;
    int _bound;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _owner));
        _statement = _owner.DangerousGetHandle();
    }

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(long? value) =>
        value is { } number ? Checked(SqliteCalls.BindLong(_statement, ++_bound, number)) : BindNull();

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(double? value) =>
        value is { } number ? Checked(SqliteCalls.BindDouble(_statement, ++_bound, number)) : BindNull();

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(bool? value) => value is { } flag ? Bind(flag ? 1L : 0L) : BindNull();

    /// <summary>Sets the next parameter; null is NULL.</summary>
    public Statement Bind(string? value)
    {
        if (value is null)
        {
            return BindNull();
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        // One byte at least: SQLite takes an address of none for NULL.
        var bytes = most <= ShortText ? stackalloc byte[ShortText] : new byte[most];
        return BindText(bytes, Encoding.UTF8.GetBytes(value, bytes));
    }

    /// <summary>Sets the next parameter.</summary>
    public Statement Bind(ReadOnlySpan<long> values)
    {
        // SQLite takes an address of none for NULL.
        var none = 0L;
        fixed (long* first = values)
        {
            var length = values.Length * sizeof(long);
            return Checked(
                SqliteCalls.BindBlob(_statement, ++_bound, first is null ? &none : first, length, SqliteCalls.Transient)
            );
        }
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
        var result = SqliteCalls.Step(_statement);
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
        _ = SqliteCalls.Reset(_statement);
    }

    /// <summary>The first column of the first row; null where there is no row or it is NULL.</summary>
    public long? Number()
    {
        var number = Read() ? LongOrNull(0) : null;
        Reset();
        return number;
    }

    public bool IsNull(int column) => SqliteCalls.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => SqliteCalls.ColumnLong(_statement, column);

    public int Int(int column) => (int)Long(column);

    public bool Bool(int column) => Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>Whole numbers that were written as one value; valid until the next row.</summary>
    public ReadOnlySpan<long> Longs(int column) => MemoryMarshal.Cast<byte, long>(Bytes(column));

    /// <summary>A text as UTF-8, or other bytes; valid until the next row.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var first = SqliteCalls.ColumnBytes(_statement, column);
        return new ReadOnlySpan<byte>(first, first is null ? 0 : SqliteCalls.ColumnLength(_statement, column));
    }

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public double? DoubleOrNull(int column) => IsNull(column) ? null : SqliteCalls.ColumnDouble(_statement, column);

    public bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public void Dispose() => _owner.Dispose();

    Statement BindNull() => Checked(SqliteCalls.BindNull(_statement, ++_bound));

    Statement BindText(ReadOnlySpan<byte> bytes, int length)
    {
        fixed (byte* first = bytes)
        {
            return Checked(SqliteCalls.BindText(_statement, ++_bound, first, length, SqliteCalls.Transient));
        }
    }

    Statement Checked(int result)
    {
        Check(result);
        return this;
    }

    void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
        }
    }
}
