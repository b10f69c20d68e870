using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>What JSON files come to; their rows are in <see cref="RowReaderContract"/>.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task A_graph_of_networkx_has_ids_weights_and_its_direction()
    {
        using var intake = new Intake().With(
            """
            {"directed": false, "multigraph": false, "graph": {},
             "nodes": [{"name": "Oak", "id": 1}, {"name": "Elm", "id": 2}],
             "edges": [{"source": 1, "target": 2, "weight": 2.5}]}
            """,
            "net.json"
        );

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(["1", "2"], intake.Businesses.Select(business => business.Business.Value));
        var tie = intake.Tie;
        Assert.Equal(
            ("1", "2", true, 2.5, false),
            (tie.From.Text, tie.To.Text, tie.From.IsId, tie.Said.Weight, tie.Said.Directed)
        );
    }

    [Theory]
    [InlineData("""{"nodes":[{"name":"Oak"},{"name":"Elm"}],"links":[{"source":1,"target":0}]}""", "Elm", "Oak")]
    [InlineData("""{"nodes":[{"id":"0"},{"id":"1"}],"links":[{"source":1,"target":0}]}""", "1", "0")]
    [InlineData("""{"nodes":[{"id":"a"}],"links":[{"source":{"id":"a","x":1},"target":{"id":"b"}}]}""", "a", "b")]
    [InlineData("""{"nodes":["a","b"],"edges":[["a","b",3]]}""", "a", "b")]
    [InlineData("""{"nodes":[{"name":"Oak"}],"links":[{"source":0,"target":1}]}""", "0", "1")]
    public async Task Ends_are_ids_or_as_in_d3_places_in_the_list_of_nodes(string json, string from, string to)
    {
        using var intake = new Intake().With(json, "net.json");

        await intake.RunAsync();

        Assert.Equal((from, to), (intake.Tie.From.Text, intake.Tie.To.Text));
    }

    [Fact]
    public async Task Values_that_are_lists_or_objects_are_taken_too()
    {
        using var intake = new Intake().With(
            """
            {"businesses": [{"id": "b1", "name": "Oak", "offers": ["bread", "cakes"], "employees": 12, "address": {"city": "Burnley"},
              "latitude": 53.789, "owner": {"name": "A. Oak"}, "prices": [{"bread": 2}]}]}
            """,
            "list.json"
        );

        await intake.RunAsync();

        var said = intake.Business.Said;
        Assert.Equal(["bread", "cakes"], said.Offers);
        Assert.Equal(("Oak", 12, "Burnley"), (said.Name, said.Employees, said.Place!.Locality));
        Assert.Equal(("A. Oak", "[{\"bread\": 2}]"), (said.Attributes["owner.name"], said.Attributes["prices"]));
    }

    [Fact]
    public async Task JSON_in_another_encoding_is_read()
    {
        using var intake = new Intake().With(
            [
                .. System.Text.Encoding.Unicode.GetPreamble(),
                .. System.Text.Encoding.Unicode.GetBytes("[{\"name\":\"Bäckerei\"}]"),
            ],
            "list.json"
        );

        await intake.RunAsync();

        Assert.Equal("Bäckerei", intake.Business.Said.Name);
    }

    [Theory]
    [InlineData("{\"name\":", ImportProblemKind.DamagedFile, "JSON that breaks off or is damaged at line 1, byte 9")]
    [InlineData(
        "{\n\"nodes\":[{}],\n oops}",
        ImportProblemKind.DamagedFile,
        "JSON that breaks off or is damaged at line 3, byte 2"
    )]
    [InlineData("{\"a\":{\"b\":[1,2]}}", ImportProblemKind.UnreadableFile, "the headers a.b")]
    [InlineData("{\n\"nodes\":[]}", ImportProblemKind.UnreadableFile, "JSON without a list")]
    [InlineData("[]", ImportProblemKind.UnreadableFile, "JSON without a list")]
    public async Task What_is_no_list_is_refused_with_its_place(string json, ImportProblemKind kind, string found)
    {
        using var intake = new Intake().With(json, "list.json");

        var refusal = await intake.RefusalAsync();

        var problem = Assert.Single(refusal.Problems);
        Assert.Equal((kind, found), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task A_file_that_is_damaged_while_it_is_read_is_refused_and_nothing_counts()
    {
        var items = string.Join(
            ",\n",
            Enumerable.Range(0, 30_000).Select(i => $"{{\"id\":{i},\"name\":\"Business number {i}\"}}")
        );
        using var intake = new Intake().With($"{{\n\"nodes\":[{items}]}}", "list.json");
        intake.Store.OnBatch = () =>
        {
            using var file = File.Open(intake.Files[0], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Position = file.Length - 100;
            file.Write(Enumerable.Repeat((byte)'!', 100).ToArray());
        };

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => intake.RunAsync());

        Assert.Equal(ImportProblemKind.DamagedFile, Assert.Single(refusal.Problems).Kind);
        Assert.EndsWith(
            "What was read before it stays an interrupted import, which can be undone.",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(ImportState.Running, (await intake.Store.ImportsAsync())[0].State);
    }
}
