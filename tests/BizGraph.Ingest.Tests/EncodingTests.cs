using System.Text;
using BizGraph.Ingest.Csv;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

public sealed class EncodingTests
{
    const string Text = "Firma,Straße\nMüller & Söhne,Größe 5\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public async Task Text_is_read_in_the_encoding_of_its_bytes(string name, bool hasMark)
    {
        var encoding = name == "windows-1252" ? TextEncoding.Windows1252 : Encoding.GetEncoding(name);
        byte[] bytes = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        using var intake = new Intake().With(bytes);

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(("Müller & Söhne", "Größe 5"), (intake.Business.Said.Name, intake.Business.Said.Place!.Address));
    }

    [Fact]
    public async Task Letters_of_Windows_1252_are_read_wherever_they_stand()
    {
        var rows = "name\n" + string.Concat(Enumerable.Repeat("plain\n", 100_000)) + "“Café” € Ltd\n";
        using var intake = new Intake().With(TextEncoding.Windows1252.GetBytes(rows));

        await intake.RunAsync();

        Assert.Equal("“Café” € Ltd", intake.Businesses[^1].Said.Name);
    }

    [Fact]
    public async Task A_damaged_letter_in_a_file_of_UTF8_is_said_and_the_rest_stays_whole()
    {
        byte[] bytes =
        [
            .. "name\n"u8,
            .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(2, 30).Select(i => $"Müller {i}\n"))),
            .. "Caf"u8,
            0xE9,
            .. "\n"u8,
        ];
        using var intake = new Intake().With(bytes);

        var report = await intake.ReportAsync();

        var problem = Assert.Single(report.Problems);
        Assert.Equal(
            (ImportProblemKind.BadEncoding, 32, "name", "Caf\uFFFD"),
            (problem.Kind, problem.Row, problem.Column, problem.Found)
        );
        Assert.Equal((31, "Müller 2"), (report.RowsTaken, intake.Businesses[0].Said.Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Characters_cut_by_the_end_of_a_block_are_whole_characters(int blockSize)
    {
        var bytes = Encoding.UTF8.GetBytes("aé€😀b");
        var census = new Utf8Census();

        foreach (var block in bytes.Chunk(blockSize))
        {
            census.Add(block);
        }

        Assert.Equal((3, 0), (census.Wide, census.Bad));
        Assert.False(census.Encoding.HasBadBytes);
    }

    [Fact]
    public void A_character_cut_by_the_end_of_the_file_is_bad()
    {
        var census = new Utf8Census();

        census.Add("abc\u00e9"u8[..^1]);

        Assert.Equal("windows-1252", census.Encoding.Encoding.WebName);
    }

    [Fact]
    public async Task A_NUL_or_half_a_character_in_UTF16_is_said_and_replaced()
    {
        using var intake = new Intake().With(Encoding.Unicode.GetBytes("\uFEFFname,town\nO\0ak,Burnley\nElm,\uD800x\n"));

        var report = await intake.ReportAsync();

        Assert.Equal(("O\uFFFDak", "\uFFFDx"), (intake.Businesses[0].Said.Name, intake.Businesses[1].Said.Place!.Locality));
        Assert.Equal([("name", 2L), ("town", 3L)], report.Problems.Select(problem => (problem.Column!, problem.Row!.Value)));
        Assert.All(report.Problems, problem => Assert.Equal(ImportProblemKind.BadEncoding, problem.Kind));
    }

    [Fact]
    public async Task An_unclosed_quote_costs_its_own_row_only_in_UTF16_too()
    {
        using var intake = new Intake().With(Encoding.Unicode.GetBytes("\uFEFFname,town\nÖl,\"Ort\nOak,\"Ärzte\"\n"));

        var report = await intake.ReportAsync();

        Assert.Equal((2, 1, 1), (report.RowsRead, report.RowsTaken, report.RowsRefused));
        Assert.Equal("Öl,\"Ort", Assert.Single(report.Problems).Found);
        Assert.Equal("Ärzte", intake.Business.Said.Place!.Locality);
    }
}
