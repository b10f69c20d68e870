using System.Diagnostics;
using System.Globalization;
using BizGraph.Model;
using BizGraph.Store;

// Writes a made-up network to a store, or reads it: scripts/bench-neo4j runs this beside a plain client. One JSON line for each measurement.
//     BizGraph.StoreBench write STORE BUSINESSES TIES
//     BizGraph.StoreBench read STORE
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var store = NetworkStores.Open(args[1]);
if (args[0] == "write")
{
    await WriteAsync(
        store,
        businesses: int.Parse(args[2], CultureInfo.InvariantCulture),
        ties: int.Parse(args[3], CultureInfo.InvariantCulture)
    );
}
else
{
    await ReadAsync(store);
}

return 0;

static async Task WriteAsync(INetworkStore store, int businesses, int ties)
{
    const int RowsOfBatch = 10_000;
    var plan = new ImportPlan(
        BusinessId.DefaultSource,
        [new ImportFile("town.csv", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([1])), 1)],
        []
    );
    var import = (await store.BeginAsync(plan)).Number;
    var appending = Stopwatch.StartNew();
    foreach (var batch in Claims(businesses, ties).Chunk(RowsOfBatch))
    {
        await store.AppendAsync(import, batch, batch[^1].Position);
    }

    Say("append", businesses + ties, appending);
    var finishing = Stopwatch.StartNew();
    await store.FinishAsync(import, new ImportReport());
    Say("finish", businesses + ties, finishing);
}

// Twice: the first reading compiles the program, too.
static async Task ReadAsync(INetworkStore store)
{
    await ReadOnceAsync(store, "first read");
    await ReadOnceAsync(store, "read");
}

static async Task ReadOnceAsync(INetworkStore store, string what)
{
    var watch = Stopwatch.StartNew();
    await using var reading = await store.ReadAsync();
    var businesses = await reading.BusinessesAsync().ToListAsync();
    var ties = await reading.RelationshipsAsync().ToListAsync();
    Say(what, businesses.Count + ties.Count, watch);
    GC.KeepAlive((businesses, ties));
}

static IEnumerable<Claim> Claims(int businesses, int ties)
{
    var random = new Random(1);
    string[] towns = ["Ham", "Ely", "Stow", "Wick"];
    for (var i = 0; i < businesses; i++)
    {
        var said = new BusinessFacts
        {
            Name = $"Business number {i}",
            Industry = new Industry($"{10_000 + random.Next(80_000)}", "UK SIC"),
            Place = new Place
            {
                Locality = towns[random.Next(towns.Length)],
                PostalCode = $"AB{random.Next(99)} {random.Next(9)}CD",
            },
            Employees = random.Next(1, 90),
        };
        yield return new BusinessClaim(new ClaimPosition(0, i + 2), new BusinessId($"b{i}"), said);
    }

    for (var i = 0; i < ties; i++)
    {
        var said = new RelationshipFacts
        {
            Type = RelationshipTypes.All[random.Next(4)],
            Weight = random.Next(1, 9),
            Amount = random.Next(3) == 0 ? random.Next(100, 1_000_000) / 100m : null,
            Since = new DateOnly(2020 + random.Next(5), 1 + random.Next(12), 1),
        };
        var (from, to) = (random.Next(businesses), random.Next(businesses));
        yield return new RelationshipClaim(
            new ClaimPosition(0, businesses + i + 2),
            new RelationshipEnd($"b{from}", IsId: true),
            new RelationshipEnd($"b{to}", IsId: true),
            said
        );
    }
}

static void Say(string what, int rows, Stopwatch watch)
{
    using var process = Process.GetCurrentProcess();
    Console.WriteLine(
        $$"""{"what":"{{what}}","rows":{{rows}},"seconds":{{watch.Elapsed.TotalSeconds:0.00}},"cpu":{{process.TotalProcessorTime.TotalSeconds:0.00}},"peakMegabytes":{{process.PeakWorkingSet64 >> 20}}}"""
    );
}
