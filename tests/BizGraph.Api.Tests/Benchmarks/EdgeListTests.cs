using System.IO.Compression;
using System.Text;
using BizGraph.Api.Benchmarks;

namespace BizGraph.Api.Tests.Benchmarks;

/// <summary>Edge lists as other libraries write them.</summary>
public sealed class EdgeListTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whole_numbers_are_nodes_in_their_order_whatever_separates_them()
    {
        var list = Read("# a comment\n10 9\n\n9\t2\n% another\n2,10\n");

        Assert.Equal(["2", "9", "10"], list.Names);
        Assert.Equal((3, 3, false), (list.Graph.NodeCount, list.Graph.EdgeCount, list.Graph.IsWeighted));
        Assert.True(list.Graph.HasEdge(0, 2));
    }

    [Fact]
    public void Words_are_nodes_in_ordinal_order_and_a_third_column_is_the_weight()
    {
        var list = Read("mill bakery 2.5\ncafe mill\n", directed: true);

        Assert.Equal(["bakery", "cafe", "mill"], list.Names);
        Assert.Equal((2.5, 1.0, 0.0), (list.Graph.WeightOf(2, 0), list.Graph.WeightOf(1, 2), list.Graph.WeightOf(0, 2)));
    }

    [Fact]
    public void A_gzip_file_is_unpacked()
    {
        var path = _folder.File("edges.txt.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("1 2\n2 3\n"));
        }

        Assert.Equal(2, EdgeList.Read(path, directed: false, default).Graph.EdgeCount);
    }

    [Fact]
    public void An_empty_file_is_an_empty_graph() => Assert.Equal(0, Read("").Graph.NodeCount);

    [Theory]
    [InlineData("1 2\n3\n", "line 2: '3' found")]
    [InlineData("1 2 3 4", "line 1: '1 2 3 4' found")]
    [InlineData("1 2 0", "line 1: '1 2 0' found")]
    [InlineData("1 2 NaN", "line 1: '1 2 NaN' found")]
    [InlineData("1 2 -1", "line 1: '1 2 -1' found")]
    public void A_line_that_is_no_edge_is_named(string text, string expected)
    {
        var error = Assert.Throws<FormatException>(() => Read(text));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("'from to' or 'from to weight' expected", error.Message, StringComparison.Ordinal);
    }

    EdgeList Read(string text, bool directed = false) => EdgeList.Read(_folder.Write("edges.txt", text), directed, default);
}
