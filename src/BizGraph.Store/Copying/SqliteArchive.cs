using System.Globalization;
using System.Runtime.CompilerServices;
using BizGraph.Model;
using BizGraph.Store.Neo4j;
using BizGraph.Store.Neo4j.Scratch;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Copying;

/// <summary>A store file as a whole, read in one transaction.</summary>
sealed class SqliteArchive : IStoreArchive
{
    readonly StoreFile _file;
    readonly SqliteConnection _connection;

    public SqliteArchive(string path)
    {
        _file = new StoreFile(path);
        _file.Create();
        _connection = _file.Guard(_file.Open);
        _connection.Execute("BEGIN");
    }

    public Task<StoreContents> ReadAsync(CancellationToken cancellation)
    {
        var states = ImportTable.Read(_connection, _file.Path).ToDictionary(import => import.Number);
        var counting = ImportTable.Counting(_connection);
        var imports = _connection.Rows(
            "SELECT number, plan, finish_order, acknowledged_file, acknowledged_row FROM import ORDER BY number",
            r =>
            {
                var import = states[r.Int(0)];
                var plan = FactsJson.Read<ImportPlan>(r.Text(1));
                return new ImportNode(
                    import.Number,
                    plan with
                    {
                        Files = import.Files,
                        Columns = plan.Columns ?? [],
                    },
                    import.State,
                    import.Started,
                    r.LongOrNull(2),
                    counting.Contains(import.Number)
                )
                {
                    Finished = import.Finished,
                    Version = import.Version,
                    Report = import.Report,
                    Acknowledged = new ClaimPosition(r.Int(3), r.Long(4)),
                };
            }
        );
        return Task.FromResult(
            new StoreContents(
                _connection.Number("SELECT version FROM store"),
                (int)LastOf("import"),
                LastOf("record"),
                imports,
                _connection.Rows($"{RecordTable.Select} ORDER BY number", RecordTable.Read),
                new ErasedMarks(
                    _connection.Rows("SELECT erasing_key FROM store", r => r.TextOrNull(0)).Single(),
                    _connection.Rows("SELECT mark FROM erased ORDER BY mark", r => r.Text(0)),
                    _connection.Number("SELECT forgotten FROM store")
                )
            )
        );
    }

    public async IAsyncEnumerable<IReadOnlyList<Claim>> ClaimsAsync(
        ImportNode import,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        const int ClaimsAtOnce = 10_000;
        foreach (var claims in ClaimRows.Of(_connection, import.Number).Chunk(ClaimsAtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return claims;
        }
    }

    public async Task WriteAsync(
        StoreContents contents,
        Func<ImportNode, IAsyncEnumerable<IReadOnlyList<Claim>>> claims,
        CancellationToken cancellation
    )
    {
        _connection.Execute("ROLLBACK");
        using (var store = new ScratchStore(_file))
        {
            // Those that finished, in the order in which they did; of the others it makes no difference.
            foreach (var import in contents.Imports.OrderBy(import => import.Order ?? long.MaxValue))
            {
                using var change = store.Begin(cancellation);
                change.Add(import);
                await foreach (var said in claims(import).WithCancellation(cancellation))
                {
                    change.Add(import.Number, said);
                }

                if (import.State == ImportState.Finished)
                {
                    change.Repeat(import, cancellation);
                }

                change.Keep();
            }
        }

        using var transaction = WriteTransaction.Begin(_connection, waiting: null, cancellation);
        foreach (var import in contents.Imports)
        {
            Complete(import);
        }

        foreach (var record in contents.Records)
        {
            _connection.Run(
                "INSERT INTO record (number, kind, key, json, at, by) VALUES (?, ?, ?, ?, ?, ?)",
                record.Number,
                record.Kind,
                record.Key,
                record.Json,
                Stamp(record.At),
                record.By
            );
        }

        ErasedTable.Add(_connection, contents.Erased.Marks);
        _connection.Run("UPDATE store SET erasing_key = ?, forgotten = ?", contents.Erased.Key, contents.Erased.Forgotten);
        SetLast("import", contents.LastImport);
        SetLast("record", contents.LastRecord);
        _connection.Run("UPDATE store SET version = ?", contents.Version);
        transaction.Commit();
        _connection.Execute("BEGIN");
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    void Complete(ImportNode import) =>
        _connection.Run(
            """
            UPDATE import SET state = ?2, finished = ?3, finish_order = ?4, version = ?5, report = ?6,
                acknowledged_file = ?7, acknowledged_row = ?8
            WHERE number = ?1
            """,
            import.Number,
            import.State switch
            {
                ImportState.Finished => "finished",
                ImportState.Undone => "undone",
                _ => "running",
            },
            import.Finished is { } finished ? Stamp(finished) : null,
            import.Order,
            import.Version,
            import.Report is { } report ? FactsJson.Write(report) : null,
            import.Acknowledged.File,
            import.Acknowledged.Row
        );

    long LastOf(string table) => _connection.Number("SELECT seq FROM sqlite_sequence WHERE name = ?", table);

    void SetLast(string table, long number)
    {
        _connection.Run("DELETE FROM sqlite_sequence WHERE name = ?", table);
        _connection.Run("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table, number);
    }

    static string Stamp(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
