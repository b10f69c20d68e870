using BizGraph.Analysis;
using BizGraph.Api.Reasons;
using BizGraph.Api.Templates;
using BizGraph.Ingest;
using BizGraph.Model;
using BizGraph.Store;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace BizGraph.Api.Tests;

/// <summary>The workbook that people fill in.</summary>
public sealed class TemplateTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("En", "Old Mill Bakery", "3 Mill Lane", "GBP")]
    [InlineData("De", "Bäckerei Altmühle", "Mühlweg 3", "EUR")]
    public async Task It_is_taken_in_as_it_is(string language, string name, string address, string currency)
    {
        var path = _folder.File("members.xlsx");
        await File.WriteAllBytesAsync(path, TemplateWorkbook.Of(Enum.Parse<Language>(language)));

        await using var store = NetworkStores.Open(_folder.File("town.db"));
        var outcome = await new ImportJob(store).RunAsync(new ImportRequest { Files = [path] });
        var town = await NetworkSnapshot.ReadAsync(store);

        var report = outcome.Import.Report!;
        Assert.Equal((6L, 6L, 0L), (report.RowsRead, report.RowsTaken, report.RowsRefused));
        Assert.Equal(3, town.Businesses.Count);
        var first = town.Businesses[0];
        Assert.Equal((name, address, 6), (first.Name, first.Facts.Place!.Address, first.Facts.Employees));
        Assert.Equal((2, 2), (first.Facts.Offers.Count, town.Businesses[1].Facts.Needs.Count));
        Assert.All(town.Businesses, b => Assert.Equal(Ownership.LocalIndependent, b.Ownership));
        Assert.All(town.Businesses, b => Assert.Empty(b.Facts.Attributes));
        Assert.Equal(
            [(RelationshipType.Supplies, "1", "3"), (RelationshipType.Mentors, "2", "3"), (RelationshipType.Refers, "3", "1")],
            town.Relationships.Select(r => (r.Type, r.From.Value, r.To.Value))
        );
        Assert.Equal(
            (1200m, currency, 2024),
            (
                town.Relationships[0].Facts.Amount,
                town.Relationships[0].Facts.Currency,
                town.Relationships[0].Facts.Since!.Value.Year
            )
        );
    }

    [Theory]
    [InlineData("En")]
    [InlineData("De")]
    public void It_is_a_workbook_as_the_standard_has_it(string language)
    {
        using var stream = new MemoryStream(TemplateWorkbook.Of(Enum.Parse<Language>(language)));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
    }

    [Fact]
    public async Task The_page_hands_it_out()
    {
        await using var service = await RunningService.StartAsync();

        var answer = await service.Client.GetAsync(new Uri("/template.xlsx?language=De", UriKind.Relative));

        Assert.Equal(TemplateWorkbook.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync())[..2]);
    }
}
