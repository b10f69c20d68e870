using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>The log of records: what is kept beside the network.</summary>
public abstract partial class NetworkStoreContract
{
    [Fact]
    public async Task A_record_comes_back_as_it_was_written_and_leaves_the_network_version()
    {
        await using var store = await OpenAsync("records");
        await ImportAsync(store, new ClaimFile("a.csv").Business("a", "A"));

        var number = await store.Records.AddAsync("job", "1", """{"state":"Müller \"queued\""}""", "Ann");

        var record = Assert.Single(await store.Records.ReadAsync("job"));
        Assert.Equal(number, record.Number);
        Assert.Equal(("job", "1", """{"state":"Müller \"queued\""}""", "Ann"), (record.Kind, record.Key, record.Json, record.By));
        Assert.InRange(record.At, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal(1, await store.VersionAsync());
    }

    [Fact]
    public async Task Records_are_read_by_kind_and_key_and_from_a_number_on_the_oldest_first()
    {
        await using var store = await OpenAsync("order");
        await store.Records.AddAsync("job", "1", "a", "x");
        var second = await store.Records.AddAsync("job", "2", "b", "x");
        await store.Records.AddAsync("gap", "1", "c", "x");
        await store.Records.AddAsync("job", "1", "d", "x");

        Assert.Equal(["a", "b", "d"], Said(await store.Records.ReadAsync("job")));
        Assert.Equal(["a", "d"], Said(await store.Records.ReadAsync("job", "1")));
        Assert.Equal(["d"], Said(await store.Records.ReadAsync("job", after: second!.Value)));
        Assert.Empty(await store.Records.ReadAsync("gap", "2"));
    }

    [Fact]
    public async Task Of_two_who_add_after_the_same_record_one_is_told_that_there_is_a_newer_one()
    {
        await using var store = await OpenAsync("compare");
        await using var other = await OpenAsync("compare");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => (i % 2 == 0 ? store : other).Records.AddAsync("job", "1", $"{i}", "x", after: 0)))
        );

        var won = Assert.Single(answers.OfType<long>());
        Assert.Equal(won, Assert.Single(await store.Records.ReadAsync("job", "1")).Number);
        Assert.NotNull(await store.Records.AddAsync("job", "1", "next", "x", after: won));
        Assert.Null(await other.Records.AddAsync("job", "1", "late", "x", after: won));
    }

    [Fact]
    public async Task Older_records_of_a_key_can_be_removed_and_their_numbers_do_not_come_again()
    {
        await using var store = await OpenAsync("removed");
        await store.Records.AddAsync("progress", "1", "a", "x");
        await store.Records.AddAsync("progress", "2", "other", "x");
        var last = await store.Records.AddAsync("progress", "1", "b", "x");

        await store.Records.RemoveAsync("progress", "1", last!.Value);
        Assert.Equal(["other", "b"], Said(await store.Records.ReadAsync("progress")));

        await store.Records.RemoveAsync("progress", "1", long.MaxValue);
        Assert.True(await store.Records.AddAsync("progress", "1", "c", "x") > last);
    }

    static IEnumerable<string> Said(IEnumerable<StoreRecord> records) => records.Select(record => record.Json);
}
