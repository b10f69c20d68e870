using System.Security.Cryptography;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The hashes of erased businesses, and their key.</summary>
static class ErasedTable
{
    const int KeyBytes = 32;

    public static ErasedBusinesses Read(SqliteConnection connection) =>
        Key(connection) is { } key
            ? new ErasedBusinesses(key, connection.Rows("SELECT mark FROM erased", r => r.Text(0)).ToHashSet())
            : ErasedBusinesses.None;

    /// <summary>What makes hashes; the first time it gets its key.</summary>
    public static ErasedBusinesses Begin(SqliteConnection connection)
    {
        if (Key(connection) is null)
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
            connection.Run("UPDATE store SET erasing_key = ?", key);
        }

        return Read(connection);
    }

    public static void Add(SqliteConnection connection, IEnumerable<string> marks)
    {
        using var insert = connection.Prepare("INSERT OR IGNORE INTO erased VALUES (?)");
        foreach (var mark in marks)
        {
            insert.Bind(mark).Run();
        }
    }

    static byte[]? Key(SqliteConnection connection) =>
        connection.Rows("SELECT erasing_key FROM store", r => r.TextOrNull(0)).Single() is { } key
            ? Convert.FromHexString(key)
            : null;
}
