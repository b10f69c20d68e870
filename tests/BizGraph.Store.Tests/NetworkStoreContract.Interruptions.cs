using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Imports that stop early, come twice at once, or cannot be undone.</summary>
public abstract partial class NetworkStoreContract
{
    [Fact]
    public async Task A_store_that_is_opened_again_goes_on_after_the_last_acknowledged_row()
    {
        var file = new ClaimFile("town.csv").Business("a", "A").Business("b", "B").Tie("a", "b");
        int number;
        await using (var store = await OpenAsync("kill"))
        {
            number = (await store.BeginAsync(Plan(file))).Number;
            await store.AppendAsync(number, file.Claims()[..2], new ClaimPosition(0, 3));
        }

        await using var again = await OpenAsync("kill");
        Assert.Equal(ImportState.Interrupted, (await again.ImportsAsync()).Single().State);
        var ticket = await again.BeginAsync(Plan(file));

        Assert.Equal((number, new ClaimPosition(0, 3), true), (ticket.Number, ticket.Acknowledged, ticket.IsResumed));
        await again.AppendAsync(number, file.Claims()[2..], new ClaimPosition(0, 4));
        await again.FinishAsync(number, new ImportReport());
        Assert.Equal((2, 1), ((await Shown.BusinessesAsync(again)).Count, (await Shown.TiesAsync(again)).Count));
    }

    [Fact]
    public async Task The_same_files_cannot_be_taken_in_twice_at_once()
    {
        await using var store = await OpenAsync("busy");
        await using var other = await OpenAsync("busy");
        var file = new ClaimFile("town.csv").Business("a", "A");
        await store.BeginAsync(Plan(file));

        foreach (var door in new[] { store, other })
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => door.BeginAsync(Plan(file)));
            Assert.True(refused.IsRefusal);
            Assert.Contains("are being taken in right now, as import 1", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_at_any_moment_can_be_sent_again()
    {
        await using var store = await OpenAsync("again-and-again");
        var file = new ClaimFile("town.csv");
        for (var i = 0; i < 3_000; i++)
        {
            file.Business($"b{i}", $"Business {i}").Tie($"b{i}", $"x{i}");
        }

        var ticket = await store.BeginAsync(Plan(file));
        var (claims, through) = (file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        var stopped = 0;
        for (var milliseconds = 1; milliseconds <= 12; milliseconds++)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await Task.Run(
                    () => store.AppendAsync(ticket.Number, claims, through, stop.Token),
                    TestContext.Current.CancellationToken
                );
                break;
            }
            catch (OperationCanceledException)
            {
                stopped++;
            }
        }

        if (stopped == 12)
        {
            await store.AppendAsync(ticket.Number, claims, through);
        }

        var import = await store.FinishAsync(ticket.Number, new ImportReport());
        Assert.Equal((6_000L, 3_000L), (import.Report!.Changes.BusinessesAdded, import.Report.Changes.RelationshipsAdded));
    }

    [Fact]
    public async Task Changed_bytes_start_anew_and_the_interrupted_import_can_be_dropped()
    {
        var half = new ClaimFile("town.csv").Business("a", "A");
        await using (var store = await OpenAsync("anew"))
        {
            var begun = await store.BeginAsync(Plan(half));
            await store.AppendAsync(begun.Number, half.Claims(), new ClaimPosition(0, 2));
        }

        await using var again = await OpenAsync("anew");
        var mended = await ImportAsync(again, new ClaimFile("town.csv").Business("b", "B"));
        Assert.Equal(2, mended.Number);

        await again.UndoAsync(1);

        Assert.Equal(2, (await again.ImportsAsync()).Single().Number);
        Assert.Equal(["b"], (await Shown.BusinessesAsync(again)).Select(b => b.Id.Value));
    }

    [Fact]
    public async Task What_cannot_be_undone_says_why()
    {
        await using var store = await OpenAsync("undo");
        var import = await ImportAsync(store, new ClaimFile("a.csv").Business("a", "A"));
        await store.UndoAsync(import.Number);

        Assert.Contains(
            "no import 7",
            (await Assert.ThrowsAsync<StoreException>(() => store.UndoAsync(7))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "undone before",
            (await Assert.ThrowsAsync<StoreException>(() => store.UndoAsync(1))).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await store.VersionAsync());
    }

    [Fact]
    public async Task The_number_of_an_interrupted_import_is_not_given_again_that_of_a_look_is()
    {
        await using (var store = await OpenAsync("numbers"))
        {
            await store.BeginAsync(Plan(new ClaimFile("a.csv").Business("a", "A")));
        }

        await using var again = await OpenAsync("numbers");
        await again.UndoAsync(1);
        for (var look = 0; look < 2; look++)
        {
            var ticket = await again.BeginAsync(Plan(new ClaimFile("b.csv").Business("b", "B")));
            Assert.Equal(2, ticket.Number);
            await again.UndoAsync(ticket.Number);
        }
    }
}
