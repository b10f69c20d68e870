using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>XML and JSON made to harm: refused in one sentence, in little time and memory.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData(
        "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id=\"&x;\"/></graph></graphml>"
    )]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE gexf SYSTEM \"http://127.0.0.1:9/x.dtd\"><gexf><graph/></gexf>")]
    [InlineData("<graphml><graph><node id=\"&x;\"/></graph></graphml>")]
    public async Task XML_with_a_document_type_or_an_entity_is_refused(string xml)
    {
        using var intake = new Intake().With(xml, "net.graphml");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal(
            (ImportProblemKind.UnsafeXml, "XML with a document type definition or an entity"),
            (problem.Kind, problem.Found)
        );
    }

    [Fact]
    public async Task A_billion_laughs_are_refused()
    {
        var entities = string.Concat(
            Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")
        );
        using var intake = new Intake().With(
            $"<?xml version=\"1.0\"?><!DOCTYPE graphml [<!ENTITY l0 \"ha\">{entities}]><graphml>&l9;</graphml>",
            "net.graphml"
        );

        Assert.Equal(ImportProblemKind.UnsafeXml, (await Hostile.RefusalAsync(intake)).Kind);
    }

    public static TheoryData<string, string, string> EndlessXml =>
        new()
        {
            { "deep", string.Concat(Enumerable.Repeat("<g>", 100_000)), "tags that are nested more than 256 deep" },
            { "text", "<node><data>" + new string('x', 3 * Hostile.Megabyte), "a text or tag of more than 1,048,576 bytes" },
            { "attribute", "<node id=\"" + new string('x', 3 * Hostile.Megabyte), "a text or tag of more than 1,048,576 bytes" },
            {
                "attributes",
                "<node " + string.Join(' ', Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=\"\"")),
                "more than 100,000 names of tags and attributes"
            },
            {
                "names",
                string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<a{i}/>")),
                "more than 100,000 names of tags and attributes"
            },
            {
                "columns",
                string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<node a{i}=\"1\"/>")),
                "a graph with more than 16,384 attributes"
            },
        };

    [Theory]
    [MemberData(nameof(EndlessXml))]
    public async Task Endless_XML_is_refused(string what, string xml, string found)
    {
        using var intake = new Intake().With("<graphml><graph>" + xml, $"{what}.graphml");

        var problem = await Hostile.RefusalAsync(intake);

        Assert.Equal((ImportProblemKind.OverLimit, found), (problem.Kind, problem.Found));
    }

    [Fact]
    public async Task One_endless_value_in_JSON_is_refused_and_one_endless_line_costs_itself()
    {
        using var document = new Intake().With("{\"nodes\":[{\"id\":\"" + new string('x', 40 * Hostile.Megabyte), "a.json");
        using var lines = new Intake().With(
            "{\"name\":\"Oak\"}\n{\"name\":\"" + new string('x', 40 * Hostile.Megabyte) + "\"}\n{\"name\":\"Elm\"}\n",
            "a.jsonl"
        );

        var problem = await Hostile.RefusalAsync(document);
        var report = await lines.ReportAsync();

        Assert.Equal((ImportProblemKind.OverLimit, "one value of more than 16,777,216 bytes"), (problem.Kind, problem.Found));
        Assert.Equal((3, 2), (report.RowsRead, report.RowsTaken));
        Assert.Equal(2, report.Problems.Single(p => p.Kind == ImportProblemKind.TooLarge).Row);
        Assert.Equal(["Oak", "Elm"], lines.Businesses.Select(business => business.Said.Name));
    }

    [Fact]
    public async Task JSON_of_too_many_names_or_too_deep_is_refused()
    {
        using var wide = new Intake().With(
            "[" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"a{i}\":1}}")) + "]",
            "wide.json"
        );
        using var deep = new Intake().With("{\"nodes\":" + new string('[', 100_000), "deep.json");

        var tooWide = await Hostile.RefusalAsync(wide);
        var tooDeep = await Hostile.RefusalAsync(deep);

        Assert.Equal(
            (ImportProblemKind.OverLimit, "items with more than 16,384 names for their values"),
            (tooWide.Kind, tooWide.Found)
        );
        Assert.Equal(
            (ImportProblemKind.OverLimit, "JSON nested more than 64 levels deep, at line 1"),
            (tooDeep.Kind, tooDeep.Found)
        );
    }
}
