using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>The contract on SQLite, and what only a file can do.</summary>
public sealed class SqliteNetworkStoreTests : NetworkStoreContract
{
    readonly TemporaryFolder _folder = new();

    protected override Task<INetworkStore> OpenAsync(string name) =>
        Task.FromResult(NetworkStores.Open(_folder.File(name + ".db")));

    protected override void Dispose(bool disposing) => _folder.Dispose();

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        File.WriteAllText(_folder.File("text.db"), new string('x', 5000));

        var refused = Assert.Throws<StoreException>(() => NetworkStores.Open(_folder.File("text.db")));

        Assert.Contains("no BizGraph store", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_is()
    {
        using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("other.db")};Pooling=False"))
        {
            other.Open();
            using var command = other.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (x)";
            command.ExecuteNonQuery();
        }

        var before = File.ReadAllBytes(_folder.File("other.db"));
        var refused = Assert.Throws<StoreException>(() => NetworkStores.Open(_folder.File("other.db")));

        Assert.Equal(before, File.ReadAllBytes(_folder.File("other.db")));

        Assert.Contains("no BizGraph store", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_an_older_format_is_brought_up_to_date()
    {
        var known = new ClaimFile("a.csv").Business("1", "Mill").Business("2", "Mill & Co").Tie("1", "Inn");
        await using (var store = await OpenAsync("old"))
        {
            await ImportAsync(store, known);
        }

        using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("old.db")};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = """
                DROP TABLE end_use; DROP INDEX business_claim_entity; DROP INDEX tie_end_name;
                CREATE INDEX tie_end_name ON tie_end (source, name) WHERE uses > 0;
                DROP TABLE record; DROP TABLE match_claim; DROP TABLE grouped; DROP TABLE merged; ALTER TABLE import DROP COLUMN replaces;
                UPDATE import SET plan = replace(plan, ',"replacesSource":false', ''); PRAGMA user_version = 2
                """;
            command.ExecuteNonQuery();
        }

        await using var again = await OpenAsync("old");
        Assert.True((await again.BeginAsync(Plan(known))).IsFinished);
        await ImportAsync(again, new ClaimFile("by hand").Match("1", "2", byHand: true));
        await again.Records.AddAsync("job", "1", "{}", "x");
        Assert.Equal(["1", "~inn"], (await Shown.BusinessesAsync(again)).Select(b => b.Id.Value));

        // The store knows of the older import that its ties gave ~inn first.
        await ImportAsync(again, new ClaimFile("crm", "crm").Business("8", "Inn").Match("~inn", "8@crm"));
        Assert.Equal(["1", "~inn"], (await Shown.BusinessesAsync(again)).Select(b => b.Id.Value));
    }

    [Fact]
    public async Task A_backup_holds_all_that_was_acknowledged()
    {
        await using var store = (Sqlite.SqliteNetworkStore)await OpenAsync("live");
        await ImportAsync(store, new ClaimFile("a.csv").Business("a", "A").Tie("a", "b"));

        await store.BackupAsync(_folder.File("copy.db"));
        await ImportAsync(store, new ClaimFile("b.csv").Business("c", "C"));

        await using var copy = await OpenAsync("copy");
        Assert.Equal(["a", "~b"], (await Shown.BusinessesAsync(copy)).Select(b => b.Id.Value));
        await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(_folder.File("copy.db")));
    }

    [Fact]
    public async Task The_version_is_told_while_a_finish_runs_and_cancelling_it_leaves_the_import_whole()
    {
        await using var store = await OpenAsync("long");
        var file = new ClaimFile("a.csv");
        for (var i = 0; i < 20_000; i++)
        {
            file.Tie($"b{i % 7000}", $"b{i % 5000 + 1}", amount: 1);
        }

        var import = (await store.BeginAsync(Plan(file))).Number;
        await store.AppendAsync(import, file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        using var stop = new CancellationTokenSource();
        var finish = Task.Run(() => store.FinishAsync(import, new ImportReport(), cancellation: stop.Token));
        await Task.Delay(50);
        Assert.Equal(0, await store.VersionAsync());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finish);

        Assert.Empty(await Shown.InAsync(store));
        await store.FinishAsync(import, new ImportReport());
        Assert.Equal(7000, (await Shown.BusinessesAsync(store)).Count);
    }
}
