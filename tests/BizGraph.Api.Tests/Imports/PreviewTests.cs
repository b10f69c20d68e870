using BizGraph.Ingest;
using BizGraph.Ingest.Previews;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Imports;

/// <summary>A preview says what an import would come to, and leaves nothing behind.</summary>
public sealed class PreviewTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    static readonly string[][] Files =
    [
        ["id,name\n1,Mill\n2,Forge\n2,Forge\n,\n", "from,to,type\n1,2,supplies\n1,,supplies\n1,1,refers\n1,Bakery,refers\n"],
        ["id,name\n1,Old Mill\n3,Forge\n", "from,to,type\n1,2,supplies\nForge,1,knows\n"],
        ["supplier,buyer,amount,date\nSmith,Cooper,10,2024-01-01\nSmith,Cooper,20,2024-01-02\nSmith,Cooper,10,2024-01-01\n"],
        ["business,event\nMill,Fair\nForge,Fair\nBakery,Fair\n", "id,name,locality\n9,The Old Mill Ltd,Ham\n"],
        ["supplier,buyer,amount,date\nSmith,Cooper,20,2024-01-02\nSmith,Cooper,30,2024-01-03\n"],
    ];

    [Fact]
    public async Task Its_counts_are_those_of_the_import_whatever_was_there_before()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var sample = Path.Combine(Repository.Root, "sample");
        List<string[]> all =
        [
            [Path.Combine(sample, "businesses.csv"), Path.Combine(sample, "ties.csv")],
            .. Files.Select((texts, i) => texts.Select((text, j) => _folder.Write($"{i}-{j}.csv", text)).ToArray()),
            [_folder.Write("again.csv", await File.ReadAllTextAsync(Path.Combine(sample, "businesses.csv")) + "zz,A new one\n")],
        ];
        var seen = new ImportChanges();
        foreach (var files in all)
        {
            var request = new ImportRequest { Files = files };
            var before = (await store.VersionAsync(), (await store.ImportsAsync()).Count);

            var preview = await new ImportJob(store).PreviewAsync(request);

            Assert.Equal(before, (await store.VersionAsync(), (await store.ImportsAsync()).Count));
            var outcome = await new ImportJob(store).RunAsync(request);
            Assert.Equal(ImportEffect.Begun, outcome.Effect);
            AssertSame(outcome.Import.Report!, preview.Report);
            seen = Sum(seen, preview.Report.Changes);
        }

        // The files bring about each of the counts, or their being equal would say little.
        Assert.All(
            new[]
            {
                seen.BusinessesAdded,
                seen.BusinessesChanged,
                seen.BusinessesUnchanged,
                seen.RelationshipsAdded,
                seen.RelationshipsChanged,
                seen.RelationshipsUnchanged,
                seen.Held,
                seen.KnownAlready,
                seen.SelfTies,
            },
            count => Assert.NotEqual(0, count)
        );
    }

    [Fact]
    public async Task Businesses_that_are_merged_and_pairs_to_ask_about_are_counted_as_the_import_counts_them()
    {
        const string Header = "id,name,address,locality,postal_code,phone\n";
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var chamber = _folder.Write("c.csv", Header + "1,Old Mill Bakery Ltd,3 Mill Lane,Ham,TB1 2AB,01632 960001\n");
        await new ImportJob(store).RunAsync(new ImportRequest { Files = [chamber], Source = "chamber" });
        var market = _folder.Write(
            "m.csv",
            Header
                + "a,The Old Mill Bakery,3 Mill Ln,Ham,TB1 2AB,+44 1632 960001\n"
                + "b,Marlow Joinery,1 Dock Road,Ely,TB9 1XX,01632 960003\nc,Marlow Joinery Ltd,1 Dock Rd,Ely,TB9 1XX,01632 960003\n"
        );
        var request = new ImportRequest { Files = [market], Source = "market" };

        var preview = await new ImportJob(store).PreviewAsync(request);

        Assert.Equal((1, 1), (preview.Report.Changes.BusinessesMerged, preview.Report.Changes.Questions));
        AssertSame((await new ImportJob(store).RunAsync(request)).Import.Report!, preview.Report);
    }

    [Fact]
    public async Task It_tells_how_each_list_is_understood_with_its_first_rows()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var businesses = _folder.Write("members.csv", "Nr,Firma,Umsatz (EUR),Ort,Colour\n1,Mühle,5,Ham,red\n2,Forge,,Ely,\n");
        var ties = _folder.Write("ties.csv", "from,to,What\n1,2,supplies\n1,,supplies\n2,1,refers\n");

        var preview = await new ImportJob(store).PreviewAsync(
            new ImportRequest { Files = [businesses, ties], Columns = ["id=Nr", "type=What"] }
        );

        Assert.Equal(
            [("members.csv", "businesses", 1L), ("ties.csv", "ties", 1L)],
            preview.Lists.Select(list => (list.Table, list.Kind, list.HeaderRow))
        );
        Assert.Equal(
            [
                new ColumnPreview("Nr", "id", 1),
                new ColumnPreview("Firma", "name", 0.9),
                new ColumnPreview("Umsatz (EUR)", "turnover", 0.7),
                new ColumnPreview("Ort", "locality", 0.9),
                new ColumnPreview("Colour", null, null),
            ],
            preview.Lists[0].Columns
        );
        var mill = Assert.IsType<BusinessClaim>(Assert.Single(preview.Lists[0].FirstRows[0].Claims));
        Assert.Equal(("Mühle", 5m, "red"), (mill.Said.Name, mill.Said.Turnover, mill.Said.Attributes["Colour"]));
        // Row 3 is refused, so it would not be taken.
        Assert.Equal([2L, 4L], preview.Lists[1].FirstRows.Select(row => row.Row));
        Assert.Equal((5L, 4L, 1L), (preview.Report.RowsRead, preview.Report.RowsTaken, preview.Report.RowsRefused));
    }

    [Fact]
    public async Task Of_files_that_count_already_it_says_so()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var request = new ImportRequest { Files = [_folder.Write("m.csv", "id,name\n1,Mill\n")] };
        await new ImportJob(store).RunAsync(request);

        var preview = await new ImportJob(store).PreviewAsync(request);

        Assert.Equal((1, false, 1), (preview.KnownAs, preview.Report.Changes.Any, preview.Lists[0].FirstRows.Count));
        Assert.Equal(ImportState.Finished, (await store.ImportsAsync()).Single().State);
    }

    [Fact]
    public async Task An_interrupted_import_is_not_dropped_by_a_look_at_its_files()
    {
        var request = new ImportRequest
        {
            IsMatched = false,
            Files = [_folder.Write("m.csv", "id,name\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},B{i}\n")))],
        };
        await using (var first = NetworkStores.Open(_folder.File("town.db")))
        {
            using var stop = new CancellationTokenSource();
            var watch = new StopAt(stop, rows: 30_000);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                new ImportJob(first).RunAsync(request, watch, cancellation: stop.Token)
            );
        }

        await using var store = NetworkStores.Open(_folder.File("town.db"));
        Assert.Equal(ImportState.Interrupted, (await store.ImportsAsync()).Single().State);

        var preview = await new ImportJob(store).PreviewAsync(request);

        Assert.Equal(
            (true, 60_000L, 0L),
            (preview.IsResumed, preview.Report.Changes.BusinessesAdded, await store.VersionAsync())
        );
        var outcome = await new ImportJob(store).RunAsync(request);
        Assert.Equal((ImportEffect.Resumed, 1), (outcome.Effect, outcome.Import.Number));
        AssertSame(outcome.Import.Report!, preview.Report);
    }

    [Fact]
    public async Task A_preview_that_is_stopped_leaves_nothing()
    {
        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var text = "id,name\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i},B{i}\n"));
        var request = new ImportRequest { Files = [_folder.Write("m.csv", text)], IsMatched = false };
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new ImportJob(store).PreviewAsync(request, new StopAt(stop, rows: 30_000), cancellation: stop.Token)
        );

        Assert.Empty(await store.ImportsAsync());
        Assert.Equal(ImportEffect.Begun, (await new ImportJob(store).RunAsync(request)).Effect);
    }

    static void AssertSame(ImportReport expected, ImportReport actual)
    {
        Assert.Equal(expected.Changes, actual.Changes);
        Assert.Equal(
            (expected.RowsRead, expected.RowsTaken, expected.RowsRefused, expected.ProblemCount),
            (actual.RowsRead, actual.RowsTaken, actual.RowsRefused, actual.ProblemCount)
        );
        Assert.Equal(expected.Problems, actual.Problems);
    }

    static ImportChanges Sum(ImportChanges one, ImportChanges other) =>
        new()
        {
            BusinessesAdded = one.BusinessesAdded + other.BusinessesAdded,
            BusinessesChanged = one.BusinessesChanged + other.BusinessesChanged,
            BusinessesUnchanged = one.BusinessesUnchanged + other.BusinessesUnchanged,
            RelationshipsAdded = one.RelationshipsAdded + other.RelationshipsAdded,
            RelationshipsChanged = one.RelationshipsChanged + other.RelationshipsChanged,
            RelationshipsUnchanged = one.RelationshipsUnchanged + other.RelationshipsUnchanged,
            Held = one.Held + other.Held,
            KnownAlready = one.KnownAlready + other.KnownAlready,
            SelfTies = one.SelfTies + other.SelfTies,
        };

    sealed class StopAt(CancellationTokenSource stop, long rows) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.RowsRead >= rows)
            {
                stop.Cancel();
            }
        }
    }
}
