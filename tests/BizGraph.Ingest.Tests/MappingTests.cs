using BizGraph.Ingest.Mappings;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>A mapping says what columns and words for relations mean, above what is found out.</summary>
public sealed class MappingTests : IDisposable
{
    readonly Intake _intake = new();
    readonly string _folder = Directory.CreateTempSubdirectory("bizgraph-mapping-").FullName;

    public void Dispose()
    {
        _intake.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Columns_are_taken_for_what_it_says_each_in_its_kind_of_list()
    {
        _intake.With("Betrieb,Type,name\nMühle,nonprofit,x\n", "b.csv").With("Wer,Wem,Type\nMühle,Hof,liefert\n", "t.csv");

        await RunAsync(
            """
            columns:
              businesses:
                name: betrieb
                attributes: [name, type]
              ties:
                from: Wer
                to: Wem
            """
        );

        Assert.Equal("Mühle", _intake.Business.Said.Name);
        Assert.Equal(("x", "nonprofit"), (_intake.Business.Said.Attributes["name"], _intake.Business.Said.Attributes["Type"]));
        Assert.Equal(
            ("Mühle", "Hof", RelationshipType.Supplies),
            (_intake.Tie.From.Text, _intake.Tie.To.Text, _intake.Tie.Said.Type)
        );
    }

    [Fact]
    public async Task A_column_that_it_keeps_as_an_attribute_is_not_reported_as_unknown()
    {
        _intake.With("name,colour,size\nMill,red,9\n");

        var report = await RunAsync(
            """
            columns:
              businesses:
                attributes: colour
            """
        );

        Assert.Equal("red", _intake.Business.Said.Attributes["colour"]);
        Assert.Equal("size", Assert.Single(report.Problems).Column);
    }

    [Fact]
    public async Task Words_for_relations_mean_what_it_says_and_may_run_the_other_way()
    {
        _intake.With("from,to,type\na,b,gets from\na,b,Partner\na,b,drinks with\n");

        var report = await RunAsync(
            """
            relations:
              gets from: {type: supplies, reversed: true}
              partner: finances
              Drinks-With: knows
            """
        );

        Assert.Equal(
            [
                ("b", "a", RelationshipType.Supplies, null),
                ("a", "b", RelationshipType.Finances, null),
                ("a", "b", RelationshipType.Knows, "drinks with"),
            ],
            _intake.Ties.Select(tie => (tie.From.Text, tie.To.Text, tie.Said.Type, tie.Said.Kind))
        );
        Assert.Equal(0, report.ProblemCount);
    }

    [Fact]
    public async Task Another_mapping_is_another_import_and_another_order_of_it_is_not()
    {
        _intake.With("from,to,type\na,b,gets from\n");

        await RunAsync("columns: {ties: {from: from, to: to}}\nrelations: {gets from: supplies}\n");
        await RunAsync("relations: {gets from: supplies}\ncolumns: {ties: {to: to, from: from}}\n");
        await RunAsync("relations: {gets from: refers}\ncolumns: {ties: {to: to, from: from}}\n");

        Assert.Equal(2, _intake.Store.Plans.Count);
    }

    [Fact]
    public async Task A_header_that_no_list_of_its_kind_has_is_refused_and_kinds_that_are_not_there_may_be_named()
    {
        _intake.With("name\nMill\n");

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() =>
            RunAsync("columns: {businesses: {locality: Orrt}, ties: {from: Wer}}")
        );

        Assert.Equal(["The mapping takes \"Orrt\" for locality; no list of businesses has such a column."], refusal.Reasons);
    }

    [Theory]
    [InlineData("columns:\n  firms:\n    name: x", "line 2: found firms; expected a list: decisions, ties")]
    [InlineData("columns:\n  ties:\n    frm: x", "line 3: found frm; expected a field of ties: from, to, type")]
    [InlineData("columns:\n  ties:\n    from:", "line 3: found nothing; expected the header of a column")]
    [InlineData("columns:\n  ties:\n    from: a\n    to: A", "line 4: found A again; expected each header once in a list")]
    [InlineData("columns: [a]", "line 1: found a list of values; expected lists")]
    [InlineData("relations:\n  buys: suplies", "line 2: found suplies; expected one of supplies, refers, mentors")]
    [InlineData("relations:\n  buys: {reversed: true}", "line 2: found no type; expected type: and one of supplies")]
    [InlineData("relations:\n  buys: {type: supplies, reversed: maybe}", "line 2: found maybe; expected true or false")]
    [InlineData("relations:\n  buys: {typ: supplies}", "line 2: found typ; expected type or reversed")]
    [InlineData("relation: {}", "line 1: found relation; expected columns or relations")]
    [InlineData("columns: {}\ncolumns: {}", "line 2: found text that is no YAML")]
    [InlineData("just words", "line 1: found just words; expected columns and relations")]
    public void What_does_not_fit_is_said_with_its_line_what_was_found_and_what_was_expected(string text, string expected)
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => Read(text));

        Assert.StartsWith($"mapping.yaml, {expected}", refusal.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_brackets_is_refused_and_overflows_no_stack()
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => Read(new string('[', 500_000)));

        Assert.Contains("nested too deeply", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
    }

    async Task<ImportReport> RunAsync(string mapping)
    {
        var request = new ImportRequest { Files = _intake.Files, Mapping = Read(mapping) };
        var outcome = await new ImportJob(_intake.Store).RunAsync(request, cancellation: TestContext.Current.CancellationToken);
        return outcome.Import.Report!;
    }

    ImportMapping Read(string text)
    {
        var path = Path.Combine(_folder, "mapping.yaml");
        File.WriteAllText(path, text);
        return MappingFile.Read(path);
    }
}
