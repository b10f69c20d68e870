using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Laws that hold whatever the files say, tried on small random files that overlap a lot.</summary>
public abstract partial class NetworkStoreContract
{
    /// <summary>How many random networks each law is tried on.</summary>
    protected virtual int Seeds => Environment.GetEnvironmentVariable("BIZGRAPH_LONG") is null ? 40 : 1000;

    [Fact]
    public Task Taking_in_A_twice_is_A() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var a = RandomClaims.File(random, "a");
                await ImportAsync(store, a);
                var once = await Shown.InAsync(store);
                await ImportAsync(store, a);
                Assert.Equal(once, await Shown.InAsync(store));
            }
        );

    [Fact]
    public Task A_then_B_without_B_is_A() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                await ImportAsync(store, RandomClaims.File(random, "a"));
                var a = await Shown.InAsync(store);
                var b = await ImportAsync(store, RandomClaims.File(random, "b"));
                await store.UndoAsync(b.Number);
                Assert.Equal(a, await Shown.InAsync(store));
            }
        );

    [Fact]
    public Task A_then_B_without_A_is_B() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var (first, second) = (RandomClaims.File(random, "a"), RandomClaims.File(random, "b"));
                var a = await ImportAsync(store, first);
                await ImportAsync(store, second);
                await store.UndoAsync(a.Number);
                await using var fresh = await OpenAsync($"fresh{random.Next()}");
                await ImportAsync(fresh, second);
                Assert.Equal(await Shown.InAsync(fresh), await Shown.InAsync(store));
            }
        );

    [Fact]
    public Task Many_imports_and_undos_show_what_those_that_still_count_show_alone() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var files = Enumerable.Range(0, 6).Select(i => RandomClaims.File(random, $"f{i}")).ToList();
                foreach (var file in files)
                {
                    await ImportAsync(store, file);
                }

                var undone = Enumerable.Range(1, files.Count).Where(_ => random.Next(2) == 0).ToList();
                foreach (var number in undone.OrderBy(_ => random.Next()))
                {
                    await store.UndoAsync(number);
                }

                await using var fresh = await OpenAsync($"fresh{random.Next()}");
                foreach (var (file, number) in files.Select((file, i) => (file, i + 1)).Where(f => !undone.Contains(f.Item2)))
                {
                    await ImportAsync(fresh, file);
                }

                Assert.Equal(await Shown.InAsync(fresh), await Shown.InAsync(store));
            }
        );

    [Fact]
    public Task Two_at_once_are_one_after_the_other() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var (first, second) = (RandomClaims.File(random, "a"), RandomClaims.File(random, "b"));
                var (a, b) = (await store.BeginAsync(Plan(first)), await store.BeginAsync(Plan(second)));
                await store.AppendAsync(b.Number, second.Claims(), new ClaimPosition(0, second.RowCount + 1));
                await store.AppendAsync(a.Number, first.Claims(), new ClaimPosition(0, first.RowCount + 1));
                await store.FinishAsync(b.Number, new ImportReport());
                await store.FinishAsync(a.Number, new ImportReport());

                await using var fresh = await OpenAsync($"fresh{random.Next()}");
                await ImportAsync(fresh, second);
                await ImportAsync(fresh, first);
                Assert.Equal(await Shown.InAsync(fresh), await Shown.InAsync(store));
            }
        );

    [Fact]
    public Task Interrupted_and_run_again_is_uninterrupted() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var file = RandomClaims.File(random, "a");
                var cut = random.Next(file.RowCount);
                var name = $"cut{random.Next()}";
                await using (var interrupted = await OpenAsync(name))
                {
                    var begun = await interrupted.BeginAsync(Plan(file));
                    await interrupted.AppendAsync(begun.Number, file.Claims()[..cut], new ClaimPosition(0, cut + 1));
                }

                await using var again = await OpenAsync(name);
                var ticket = await again.BeginAsync(Plan(file));
                var rest = file.Claims().FindAll(c => c.Position > ticket.Acknowledged);
                await again.AppendAsync(ticket.Number, rest, new ClaimPosition(0, file.RowCount + 1));
                await again.FinishAsync(ticket.Number, new ImportReport());

                await ImportAsync(store, file);
                Assert.Equal(await Shown.InAsync(store), await Shown.InAsync(again));
            }
        );

    [Fact]
    public Task Shuffled_rows_show_the_same() =>
        ForEachSeedAsync(
            async (random, store) =>
            {
                var rows = new List<Action<ClaimFile>>();
                for (var i = 0; i < 8; i++)
                {
                    var id = $"b{i}";
                    rows.Add(file => file.Business(id, $"Business {id}"));
                }

                for (var i = 0; i < 20; i++)
                {
                    var (from, to, amount) = ($"b{random.Next(10)}", $"Business b{random.Next(10)}", random.Next(100));
                    rows.Add(file => file.Tie(from, to, amount: amount));
                }

                await ImportAsync(store, Written(rows));
                await using var shuffled = await OpenAsync($"shuffled{random.Next()}");
                await ImportAsync(shuffled, Written([.. rows.OrderBy(_ => random.Next())]));
                Assert.Equal(await Shown.InAsync(store), await Shown.InAsync(shuffled));

                static ClaimFile Written(List<Action<ClaimFile>> rows)
                {
                    var file = new ClaimFile("town.csv");
                    rows.ForEach(row => row(file));
                    return file;
                }
            }
        );

    async Task ForEachSeedAsync(Func<Random, INetworkStore, Task> holds)
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await using var store = await OpenAsync($"seed{seed}");
            try
            {
                await holds(new Random(seed), store);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}: {exception.Message}", exception);
            }
        }
    }
}
