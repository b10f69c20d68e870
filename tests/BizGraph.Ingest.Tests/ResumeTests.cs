using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Stopped at any moment and run again, an import comes to what it would have come to at once.</summary>
public sealed class ResumeTests
{
    const int Rows = 35_000;

    static string List =>
        "from,to\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => i % 1_000 == 7 ? $"{i},\n" : $"{i},{i + 1}|x\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task An_import_that_failed_goes_on_behind_the_last_acknowledged_row(int failedBatch)
    {
        using var whole = new Intake().With(List, "a.csv").With("name\nOak\n", "b.csv");
        using var broken = new Intake().With(List, "a.csv").With("name\nOak\n", "b.csv");
        var expected = (await whole.RunAsync()).Import.Report!;
        broken.Store.FailOnBatch = failedBatch;

        await Assert.ThrowsAsync<StoreException>(() => broken.RunAsync());
        broken.Store.FailOnBatch = null;
        var outcome = await broken.RunAsync();

        Assert.Equal(failedBatch == 1 ? ImportEffect.Begun : ImportEffect.Resumed, outcome.Effect);
        Assert.Equal(whole.Store.Claims, broken.Store.Claims);
        AssertSame(expected, outcome.Import.Report!);
        Assert.Equal((35, Rows - 35 + 1), (expected.RowsRefused, expected.RowsTaken));
    }

    [Fact]
    public async Task An_import_that_was_cancelled_goes_on()
    {
        using var whole = new Intake().With(List);
        using var broken = new Intake().With(List);
        await whole.RunAsync();
        using var stop = new CancellationTokenSource();
        broken.Store.OnBatch = stop.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => broken.RunAsync(cancellation: stop.Token));
        broken.Store.OnBatch = null;
        var outcome = await broken.RunAsync();

        Assert.Equal(ImportEffect.Resumed, outcome.Effect);
        Assert.Equal(whole.Store.Claims, broken.Store.Claims);
    }

    // Several claims stand in one row of these: a batch never ends inside it.
    public static TheoryData<string, string> ManyInARow =>
        new()
        {
            { "matrix.csv", Matrix(200) },
            {
                "lists.csv",
                string.Concat(
                    Enumerable
                        .Range(0, 900)
                        .Select(i => $"n{i};{string.Join(';', Enumerable.Range(1, 40).Select(k => $"n{(i + k) % 900}"))}\n")
                )
            },
            { "releases.jsonl", string.Concat(Enumerable.Range(0, 3_000).Select(Release)) },
        };

    [Theory]
    [MemberData(nameof(ManyInARow))]
    public async Task An_import_goes_on_where_several_claims_stand_in_one_row(string name, string text)
    {
        using var whole = new Intake().With(text, name);
        using var broken = new Intake().With(text, name);
        await whole.RunAsync();
        Assert.True(whole.Store.Batches.Count > 2);

        foreach (var failed in (int[])[1, 2, whole.Store.Batches.Count])
        {
            broken.StartAnew();
            broken.Store.FailOnBatch = failed;
            await Assert.ThrowsAsync<StoreException>(() => broken.RunAsync());
            broken.Store.FailOnBatch = null;
            await broken.RunAsync();

            Assert.Equal(whole.Store.Claims.Select(Text), broken.Store.Claims.Select(Text));
        }
    }

    static string Text(Claim claim) =>
        claim is RelationshipClaim tie
            ? $"{tie.Position} {tie.From.Text} {tie.To.Text} {tie.Said.Weight} {tie.Said.Amount}"
            : $"{claim.Position} {((BusinessClaim)claim).Business}";

    static string Matrix(int size) =>
        string.Concat(Enumerable.Range(0, size).Select(i => $";n{i}"))
        + "\n"
        + string.Concat(
            Enumerable
                .Range(0, size)
                .Select(i => $"n{i};{string.Join(';', Enumerable.Range(0, size).Select(j => ((i * 2) + j) % 3))}\n")
        );

    static string Release(int number) =>
        $"{{\"ocid\":\"o{number}\",\"buyer\":{{\"name\":\"Town\"}},\"awards\":[{{\"id\":\"1\",\"value\":{{\"amount\":100}},\"suppliers\":["
        + string.Join(',', Enumerable.Range(0, 12).Select(i => $"{{\"name\":\"s{(number + i) % 500}\"}}"))
        + "]}],\"parties\":[{\"name\":\"Town\",\"roles\":[\"buyer\"]}]}\n";

    [Fact]
    public async Task Rows_are_sent_in_batches_bounded_by_rows_and_bytes()
    {
        using var shortRows = new Intake().With("name\n" + string.Concat(Enumerable.Repeat("Oak\n", 25_000)));
        using var longRows = new Intake().With(
            "name,note\n" + string.Concat(Enumerable.Repeat($"Oak,{new string('x', 900_000)}\n", 12))
        );

        await shortRows.RunAsync();
        await longRows.RunAsync();

        Assert.Equal([10_000, 10_000, 5_000], shortRows.Store.Batches);
        Assert.Equal([10, 2], longRows.Store.Batches);
    }

    [Fact]
    public async Task A_finished_import_has_nothing_to_do()
    {
        using var intake = new Intake().With("from,to\na,b\na,\n");

        var first = await intake.RunAsync();
        var second = await intake.RunAsync();

        Assert.Equal((ImportEffect.Begun, ImportEffect.NothingToDo), (first.Effect, second.Effect));
        Assert.Same(first.Import, second.Import);
        Assert.Single(intake.Store.Batches);
    }

    [Fact]
    public async Task Other_options_are_another_import()
    {
        using var intake = new Intake().With("from,to,buyer\na,b,c\n");

        await intake.RunAsync();
        await intake.RunAsync(columns: ["to=buyer"]);

        Assert.Equal(2, intake.Store.Plans.Count);
        Assert.Equal(["b", "c"], intake.Ties.Select(tie => tie.To.Text));
    }

    [Fact]
    public async Task A_plan_knows_its_files_by_their_bytes()
    {
        using var intake = new Intake().With("name\nabc"u8.ToArray(), "first.csv").With("name\nx\n", "second.csv");

        await intake.RunAsync(source: "chamber");

        var plan = Assert.Single(intake.Store.Plans);
        Assert.Equal(("chamber", false), (plan.Source, plan.AllNew));
        // printf 'name\nabc' | sha256sum
        Assert.Equal(
            new ImportFile("first.csv", "649ce624c3c6943bc6fd1e40eccd0902187bc9bce0b8d19a560ea7c79b1f7dd3", 8),
            plan.Files[0]
        );
        Assert.Equal("second.csv", plan.Files[1].Name);
    }

    static void AssertSame(ImportReport expected, ImportReport actual)
    {
        Assert.Equal(expected.Problems, actual.Problems);
        Assert.Equal(expected.ProblemCounts, actual.ProblemCounts);
        Assert.Equal((expected.RowsRead, expected.RowsTaken), (actual.RowsRead, actual.RowsTaken));
    }
}
