using System.Globalization;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The log of records, as rows of <c>record</c>.</summary>
sealed class RecordTable(SharedConnection writing, SharedConnection reading, TimeProvider time) : IRecordLog
{
    /// <summary>The rows that <see cref="Read"/> reads.</summary>
    public const string Select = "SELECT number, kind, key, json, at, by FROM record";

    const string LastOf = "SELECT max(number) FROM record WHERE kind = ? AND key = ?";
    const string OfKind = "WHERE kind = ?1 AND number > ?2";
    const string InOrder = "ORDER BY number";

    /// <summary>Adds a record inside the transaction of the caller.</summary>
    public static void Add(SqliteConnection connection, string kind, string key, string json, string by, DateTimeOffset now) =>
        connection.Run(
            "INSERT INTO record (kind, key, json, at, by) VALUES (?, ?, ?, ?, ?)",
            kind,
            key,
            json,
            now.ToString("O", CultureInfo.InvariantCulture),
            by
        );

    public Task<long?> AddAsync(
        string kind,
        string key,
        string json,
        string by,
        long? after = null,
        CancellationToken cancellation = default
    ) =>
        writing.UseAsync<long?>(
            connection =>
            {
                using var transaction = WriteTransaction.Begin(connection, waiting: null, cancellation);
                if (after is not null && after != connection.Number(LastOf, kind, key))
                {
                    return null;
                }

                Add(connection, kind, key, json, by, time.GetUtcNow());
                var number = connection.LastNumber();
                transaction.Commit();
                return number;
            },
            cancellation
        );

    public Task<IReadOnlyList<StoreRecord>> ReadAsync(
        string kind,
        string? key = null,
        long after = 0,
        CancellationToken cancellation = default
    ) =>
        reading.UseAsync<IReadOnlyList<StoreRecord>>(
            connection =>
                key is null
                    ? connection.Rows($"{Select} {OfKind} {InOrder}", Read, kind, after)
                    : connection.Rows($"{Select} {OfKind} AND key = ?3 {InOrder}", Read, kind, after, key),
            cancellation
        );

    public Task RemoveAsync(string kind, string key, long before, CancellationToken cancellation = default) =>
        writing.UseAsync(
            connection =>
            {
                using var transaction = WriteTransaction.Begin(connection, waiting: null, cancellation);
                connection.Run("DELETE FROM record WHERE kind = ? AND key = ? AND number < ?", kind, key, before);
                transaction.Commit();
                return true;
            },
            cancellation
        );

    public static StoreRecord Read(Statement row) =>
        new(
            row.Long(0),
            row.Text(1),
            row.Text(2),
            row.Text(3),
            DateTimeOffset.Parse(row.Text(4), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            row.Text(5)
        );
}
