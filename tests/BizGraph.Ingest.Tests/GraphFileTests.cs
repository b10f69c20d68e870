using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>What graph files come to; their rows are in <see cref="RowReaderContract"/>.</summary>
public sealed class GraphFileTests
{
    [Theory]
    [InlineData("directed", "", true)]
    [InlineData("undirected", "", false)]
    [InlineData("undirected", "directed=\"true\"", true)]
    [InlineData("directed", "directed=\"false\"", false)]
    public async Task In_GraphML_the_graph_says_how_its_edges_run_unless_one_says_so_itself(string all, string one, bool expected)
    {
        using var intake = new Intake().With(
            $"<graphml><graph edgedefault=\"{all}\"><node id=\"a\"/><node id=\"z\"/><edge source=\"a\" target=\"b\" {one}/></graph></graphml>",
            "net.graphml"
        );

        await intake.RunAsync();

        Assert.Equal((expected, true), (intake.Tie.Said.Directed, intake.Tie.From.IsId));
        Assert.Equal(["a", "z"], intake.Businesses.Select(business => business.Business.Value));
    }

    [Fact]
    public async Task Hyperedges_are_left_out_and_counted()
    {
        using var intake = new Intake().With(
            "<graphml><graph edgedefault=\"directed\"><node id=\"a\" name=\"A\"/><node id=\"b\" name=\"B\"/><edge source=\"a\" target=\"b\"/>"
                + "<hyperedge><endpoint node=\"a\"/><endpoint node=\"b\"/></hyperedge><hyperedge/></graph></graphml>",
            "net.graphml"
        );

        var report = await intake.ReportAsync();

        Assert.Equal(3, report.RowsTaken);
        var said = Assert.Single(report.Problems);
        Assert.Equal((ImportProblemKind.NotATie, "net.graphml (edges)", "2 hyperedges"), (said.Kind, said.File, said.Found));
    }

    [Theory]
    [InlineData("http://www.gexf.net/1.2draft")]
    [InlineData("http://gexf.net/1.3")]
    [InlineData("http://www.gexf.net/1.1draft")]
    public async Task GEXF_is_read_whatever_its_version(string space)
    {
        using var intake = new Intake().With(
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="{space}"><graph defaultedgetype="undirected">
              <attributes class="node"><attribute id="0" title="Branche" type="string"><default>Handel</default></attribute></attributes>
              <nodes><node id="1" label="Oak"><attvalues><attvalue for="0" value="Bakery"/></attvalues></node><node id="2" label="Elm"/></nodes>
              <edges><edge source="1" target="2" type="mutual" weight="3"/><edge source="2" target="2"/></edges>
            </graph></gexf>
            """,
            "net.gexf"
        );

        var report = await intake.ReportAsync();

        Assert.Equal(["Bakery", "Handel"], intake.Businesses.Select(business => business.Said.Industry!.Title));
        Assert.Equal(
            [("1", "2", true), ("2", "1", true), ("2", "2", (bool?)false)],
            intake.Ties.Select(tie => (tie.From.Text, tie.To.Text, tie.Said.Directed))
        );
        Assert.Equal(3.0, intake.Ties[0].Said.Weight);
        Assert.Equal(ImportProblemKind.SelfTie, Assert.Single(report.Problems).Kind);
    }

    [Theory]
    [InlineData("<svg/>", ImportProblemKind.UnreadableFile, "XML of another kind: <svg>")]
    [InlineData("<graphml><graph/></graphml>", ImportProblemKind.UnreadableFile, "a graph without nodes and edges")]
    [InlineData(
        "<graphml>\n<graph><node id='a'>",
        ImportProblemKind.DamagedFile,
        "XML that breaks off or is damaged at line 2, column 21"
    )]
    public async Task What_is_no_graph_is_refused(string xml, ImportProblemKind kind, string found)
    {
        using var intake = new Intake().With(xml, "net.graphml");

        var problem = Assert.Single((await intake.RefusalAsync()).Problems);

        Assert.Equal((kind, found), (problem.Kind, problem.Found));
    }
}
