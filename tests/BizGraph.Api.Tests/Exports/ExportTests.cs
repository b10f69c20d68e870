using System.Xml.Linq;
using BizGraph.Analysis;
using BizGraph.Api.Exports;
using BizGraph.Api.Measures;
using BizGraph.Api.Samples;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;

namespace BizGraph.Api.Tests.Exports;

/// <summary>What leaves the network as files.</summary>
public sealed class ExportTests : IDisposable
{
    static readonly XNamespace Gexf = "http://www.gexf.net/1.2draft";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_exported_network_is_taken_in_again_as_it_was()
    {
        await using var town = await SampleTown.OpenAsync(_folder.Path);
        var before = await NetworkSnapshot.ReadAsync(town);
        var files = Write(before, withPrivate: true);

        await using var store = NetworkStores.Open(_folder.File("again.db"));
        var outcome = await new ImportJob(store).RunAsync(new ImportRequest { Files = files });
        var after = await NetworkSnapshot.ReadAsync(store);

        Assert.Equal((0L, 0L), (outcome.Import.Report!.RowsRefused, outcome.Import.Report.ProblemCount));
        Assert.Equal(
            Write(before, withPrivate: true).Select(File.ReadAllText),
            Write(after, withPrivate: true).Select(File.ReadAllText)
        );
        Assert.Equal(159, after.Businesses.Count);
        Assert.Equal(426, after.Relationships.Count);
    }

    [Fact]
    public void What_is_private_stays_out_unless_asked_for()
    {
        var business = Of("a", "Bakery") with
        {
            Email = "hidden@example.com",
            Phone = "01632 960000",
            NotWith = ["mill"],
            Attributes = new Dictionary<string, string> { ["Shoe size"] = "44" },
        };
        var tie = Tie("a", "b") with { Note = "Between us" };
        var network = Network([("a", business), ("b", Of("b", "Mill"))], [("a", "b", tie)]);

        var open = string.Concat(Write(network, withPrivate: false).Select(File.ReadAllText));
        var all = string.Concat(Write(network, withPrivate: true).Select(File.ReadAllText));

        Assert.All(
            ["hidden@example.com", "01632 960000", "Shoe size", "44", "Between us"],
            secret => Assert.DoesNotContain(secret, open, StringComparison.Ordinal)
        );
        Assert.All(
            ["hidden@example.com", "01632 960000", "Shoe size", "44", "Between us"],
            secret => Assert.Contains(secret, all, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+44 shop", "'+44 shop")]
    [InlineData("-x", "'-x")]
    [InlineData("@home", "'@home")]
    [InlineData("\tx", "'\tx")]
    [InlineData("5 = 5", "5 = 5")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string expected) =>
        Assert.Equal(expected, SpreadsheetText.Harmless(text));

    [Fact]
    public void A_formula_in_any_cell_is_harmless_and_a_negative_number_stays_a_number()
    {
        var facts = Of("a", "=cmd|' /C calc'!A0") with
        {
            Place = new Place { Latitude = 5, Longitude = -2.5 },
            Attributes = new Dictionary<string, string> { ["=head"] = "@cell" },
        };
        var text = File.ReadAllText(Write(Network([("a", facts)], []), withPrivate: true)[0]);

        Assert.Contains("'=cmd", text, StringComparison.Ordinal);
        Assert.Contains("'=head", text, StringComparison.Ordinal);
        Assert.Contains("'@cell", text, StringComparison.Ordinal);
        Assert.Contains(",5,-2.5,", text, StringComparison.Ordinal);
    }

    // a - b - c, d alone, e closed: b lies on the one shortest way between two others.
    [Fact]
    public void Metrics_are_columns_and_empty_for_a_business_that_closed()
    {
        var closed = Of("e", "Gone") with { Status = BusinessStatus.Closed };
        var network = Network(
            [.. "abcd".Select(id => ($"{id}", Of($"{id}", $"Shop {id}"))), ("e", closed)],
            [("a", "b", Tie("a", "b")), ("b", "c", Tie("b", "c"))]
        );
        var metrics = NetworkMetrics.Of(
            network,
            [.. new[] { "degree", "betweenness", "constraint" }.Select(n => NodeMeasure.Find(n)!)],
            default
        );

        Assert.Equal(["degree", "betweenness", "constraint"], metrics.Names);
        Assert.Equal(["2", "1", "0.5"], metrics.Of(network.Businesses[1])); // constraint of the middle: (1/2)² + (1/2)²
        Assert.Equal(["0", "0", ""], metrics.Of(network.Businesses[3])); // undefined for an isolated one
        Assert.Equal(["", "", ""], metrics.Of(network.Businesses[4]));
    }

    [Fact]
    public void Gexf_has_every_open_business_and_every_tie_of_the_graph()
    {
        var closed = Of("e", "Gone") with { Status = BusinessStatus.Closed };
        var network = Network(
            [("a", Of("a", "A \u0001 & <b>")), ("b", Of("b", "B")), ("c", Of("c", "Alone")), ("e", closed)],
            [
                ("a", "b", Tie("a", "b") with { Weight = 2.5 }),
                ("a", "e", Tie("a", "e")),
                ("a", "a", Tie("a", "a")),
                ("b", "a", Tie("b", "a") with { Ended = true }),
                ("b", "a", new RelationshipFacts { Type = RelationshipType.Partners }),
            ]
        );
        using var stream = new MemoryStream();
        GexfExport.Write(stream, network, NetworkMetrics.Of(network, [NodeMeasure.Find("degree")!], default));
        stream.Position = 0;
        var document = XDocument.Load(stream);

        var nodes = document.Descendants(Gexf + "node").ToList();
        Assert.Equal(["A \uFFFD & <b>", "B", "Alone"], nodes.Select(n => n.Attribute("label")!.Value));
        var edges = document
            .Descendants(Gexf + "edge")
            .Select(e =>
                (
                    e.Attribute("source")!.Value,
                    e.Attribute("target")!.Value,
                    e.Attribute("type")!.Value,
                    e.Attribute("weight")!.Value
                )
            );
        Assert.Equal([("a", "b", "directed", "2.5"), ("a", "b", "undirected", "1")], edges);
        var degree = document
            .Descendants(Gexf + "attribute")
            .Single(a => a.Attribute("title")!.Value == "degree")
            .Attribute("id")!
            .Value;
        Assert.Equal(
            ["1", "1", "0"],
            nodes.Select(n =>
                n.Descendants(Gexf + "attvalue").Single(v => v.Attribute("for")!.Value == degree).Attribute("value")!.Value
            )
        );
    }

    string[] Write(NetworkSnapshot network, bool withPrivate)
    {
        string[] files = [_folder.File($"{Guid.NewGuid():N}.csv"), _folder.File($"{Guid.NewGuid():N}.csv")];
        using (var businesses = File.CreateText(files[0]))
        {
            CsvExport.WriteBusinesses(businesses, network, NetworkMetrics.Of(network, [], default), withPrivate);
        }

        using var ties = File.CreateText(files[1]);
        CsvExport.WriteTies(ties, network, withPrivate);
        return files;
    }

    static BusinessFacts Of(string id, string name) => new() { Name = name, Website = $"https://{id}.example" };

    static RelationshipFacts Tie(string from, string to) => new() { Type = RelationshipType.Supplies, Kind = $"{from} to {to}" };

    static NetworkSnapshot Network(
        IEnumerable<(string Id, BusinessFacts Facts)> businesses,
        IEnumerable<(string From, string To, RelationshipFacts Facts)> ties
    ) =>
        new(
            1,
            businesses.Select(b => new Business(new BusinessId(b.Id), b.Facts)),
            ties.Select(t => new Relationship(RelationshipKey.Of(new BusinessId(t.From), new BusinessId(t.To), t.Facts), t.Facts))
        );
}
