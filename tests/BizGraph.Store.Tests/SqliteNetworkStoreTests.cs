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
                ALTER TABLE store DROP COLUMN forgotten; ALTER TABLE store DROP COLUMN erasing_key; DROP TABLE erased;
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
    public async Task No_byte_of_an_erased_business_is_left_in_the_file_or_its_log()
    {
        string[] texts = ["Zelda", "zelda", "Quill", "quill.example", "960777", "z1-77", "is ill"];
        await using var store = await OpenAsync("wiped");
        var facts = new BusinessFacts { Email = "zelda@quill.example", Phone = "960777" };
        var file = new ClaimFile("a.csv").Business("z1-77", "Zelda Quill", "Ham", facts).Tie("Zelda Quill", "m", amount: 5);
        var note = new Dictionary<string, string> { ["Note"] = "Zelda is ill" };
        file.Tie("z1-77", "n", facts: new() { Type = RelationshipType.Knows, Attributes = note });
        for (var i = 0; i < 2000; i++)
        {
            file.Business($"b{i}", $"Business {i}");
        }

        await ImportAsync(store, file);
        // What she was called before, and an import that counts no more.
        var renamed = await ImportAsync(store, new ClaimFile("b.csv").Business("z1-77", "Quill & Co").Tie("Quill & Co", "m"));
        await store.UndoAsync(renamed.Number);
        Assert.All(texts, text => Assert.True(IsIn(text)));

        await store.EraseAsync(new BusinessId("z1-77"), "the clerk");

        Assert.All(texts, text => Assert.False(IsIn(text), text));
        Assert.True(IsIn("Business 1999"));

        bool IsIn(string text) =>
            Directory.GetFiles(_folder.Path, "wiped.db*").Any(path => Bytes(path).Contains(text, StringComparison.Ordinal));

        static string Bytes(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return System.Text.Encoding.Latin1.GetString(bytes);
        }
    }

    [Fact]
    public async Task Who_reads_an_older_version_holds_the_text_of_an_erased_business_until_the_next_erasure()
    {
        await using var store = await OpenAsync("held");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Zelda").Business("2", "Mill").Business("3", "Inn"));
        await using (var reading = await store.ReadAsync())
        {
            Assert.False((await store.EraseAsync(new BusinessId("1"), "the clerk")).IsWiped);
            Assert.Equal(3, await reading.BusinessesAsync().CountAsync());
        }

        Assert.True((await store.EraseAsync(new BusinessId("2"), "the clerk")).IsWiped);
        Assert.Equal(["3"], (await Shown.BusinessesAsync(store)).Select(business => business.Id.Value));
    }

    [Fact]
    public async Task An_import_that_is_dropped_leaves_no_byte_and_its_number_is_given_again()
    {
        await using var store = (Sqlite.SqliteNetworkStore)await OpenAsync("preview");
        await using var other = await OpenAsync("preview");
        await ImportAsync(store, new ClaimFile("a.csv").Business("1", "Mill").Tie("1", "Zinn"));
        var waiting = new ClaimFile("w.csv").Business("5", "Zinfandel").Tie("Zincum", "6");
        var held = await other.BeginAsync(Plan(waiting));
        await other.AppendAsync(held.Number, waiting.Claims(), new ClaimPosition(0, 3));
        var file = new ClaimFile("b.csv", "crm")
            .Business("9", "Zebra")
            .Tie("Zincum", "Zinn")
            .Tie("Mill", "Zebu")
            .Match("1", "zeb");
        var ticket = await store.BeginAsync(Plan(file));
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 5));
        await store.FinishAsync(ticket.Number, new ImportReport(), new FinishOptions { IsTrial = true });

        await store.UndoAsync(ticket.Number);

        var bytes = System.Text.Encoding.Latin1.GetString(await ReadAsync("preview.db"));
        Assert.All(
            ["Zebra", "Zebu", "zebu", "zeb", "@crm"],
            text => Assert.DoesNotContain(text, bytes, StringComparison.Ordinal)
        );
        Assert.Equal(ticket.Number, (await store.BeginAsync(Plan(file))).Number);
        // What others name is left, and whoever remembers a number that was removed hears of it.
        await store.AppendAsync(ticket.Number, file.Claims(), new ClaimPosition(0, 5));
        await store.FinishAsync(ticket.Number, new ImportReport());
        await other.FinishAsync(held.Number, new ImportReport());
        await using var fresh = await OpenAsync("fresh");
        await ImportAsync(fresh, new ClaimFile("a.csv").Business("1", "Mill").Tie("1", "Zinn"));
        await ImportAsync(fresh, file);
        await ImportAsync(fresh, waiting);
        Assert.Equal(await Shown.InAsync(fresh), await Shown.InAsync(store));

        async Task<byte[]> ReadAsync(string name)
        {
            await using var stream = new FileStream(_folder.File(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var all = new byte[stream.Length];
            await stream.ReadExactlyAsync(all);
            return all;
        }
    }

    [Fact]
    public async Task Closing_a_store_stops_what_runs_and_leaves_the_import_to_go_on()
    {
        var store = await OpenAsync("closed");
        var file = new ClaimFile("a.csv");
        for (var i = 0; i < 50_000; i++)
        {
            file.Tie($"b{i % 7000}", $"b{i % 5000 + 1}", amount: 1);
        }

        var import = (await store.BeginAsync(Plan(file))).Number;
        await store.AppendAsync(import, file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        var finish = Task.Run(() => store.FinishAsync(import, new ImportReport()));
        await Task.Delay(50);
        await store.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finish);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.VersionAsync());

        await using var again = await OpenAsync("closed");
        Assert.True((await again.BeginAsync(Plan(file))).IsResumed);
        await again.FinishAsync(import, new ImportReport());
        Assert.Equal(7000, (await Shown.BusinessesAsync(again)).Count);
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
