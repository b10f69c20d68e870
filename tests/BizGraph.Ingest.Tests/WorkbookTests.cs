using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Workbooks with several sheets; their rows are in <see cref="RowReaderContract"/>.</summary>
public sealed class WorkbookTests
{
    [Fact]
    public async Task Each_sheet_is_a_list_and_one_that_is_none_is_left_out_with_a_remark()
    {
        using var intake = new Intake().With(Sample("workbook.xlsx"), "book.xlsx");

        var report = await intake.ReportAsync();

        Assert.Equal((4, 0), (report.RowsTaken, report.RowsRefused));
        Assert.Equal(
            ["book.xlsx (sheet Members)", "book.xlsx (sheet Ties)"],
            intake.Store.Plans[0].Files.Select(file => file.Name)
        );
        Assert.Equal([(0, 2L), (0, 3), (0, 5), (1, 2)], intake.Store.Claims.Select(c => (c.Position.File, c.Position.Row)));
        var wrong = Assert.Single(report.Problems, problem => problem.Kind == ImportProblemKind.WrongSheet);
        Assert.Equal(("book.xlsx (sheet Help)", "the headers How to fill in"), (wrong.File, wrong.Found));
        Assert.False(wrong.IsRefusal);
    }

    [Fact]
    public async Task Cells_say_what_Excel_shows()
    {
        using var intake = new Intake().With(Sample("workbook.xls"), "book.xls");

        await intake.RunAsync();

        var said = intake.Businesses[0].Said;
        Assert.Equal(("01234", 12, 250_000.5m, 1987), (said.Place!.PostalCode, said.Employees, said.Turnover, said.Founded));
        Assert.Equal("2024-03-31", said.Attributes["Since"]);
        // 1.234 is a number in Excel, never one thousand and more.
        Assert.Equal(1.234m, intake.Businesses[1].Said.Turnover);
    }

    [Fact]
    public async Task A_cell_with_an_error_or_a_formula_without_its_value_is_said_with_its_place()
    {
        using var intake = new Intake().With(Sample("workbook.xlsx"), "book.xlsx");

        var report = await intake.ReportAsync();

        Assert.Equal(
            [
                (ImportProblemKind.CellError, 3L, "Employees", "#REF!"),
                (ImportProblemKind.FormulaWithoutValue, 5, "Town", "a formula whose value is not in the workbook"),
            ],
            report
                .Problems.Where(p => p.Kind is ImportProblemKind.CellError or ImportProblemKind.FormulaWithoutValue)
                .Select(p => (p.Kind, p.Row!.Value, p.Column!, p.Found))
        );
        Assert.Null(intake.Businesses[1].Said.Employees);
    }

    [Fact]
    public async Task Of_Kumu_s_workbook_sections_are_read_and_ignored_sheets_are_not()
    {
        using var intake = new Intake().With(Sample("kumu.xlsx"), "map.xlsx");

        var report = await intake.ReportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(["Oak", "Elm"], intake.Businesses.Select(business => business.Said.Name));
        Assert.Equal([("Oak", "Elm", 0), ("Oak", "Ash", 1)], intake.Ties.Select(t => (t.From.Text, t.To.Text, t.Position.Part)));
    }

    [Fact]
    public async Task Polinode_s_edges_hold_the_names_of_its_nodes()
    {
        using var intake = new Intake().With(Sample("polinode.xlsx"), "net.xlsx");

        await intake.RunAsync();

        Assert.Equal(
            ("Oak", "Elm", false, 2.0),
            (intake.Tie.From.Text, intake.Tie.To.Text, intake.Tie.From.IsId, intake.Tie.Said.Weight)
        );
    }

    [Fact]
    public async Task The_tables_of_one_file_are_told_apart_and_known_again()
    {
        using var intake = new Intake().With(Sample("workbook.xlsx"), "book.xlsx");

        await intake.RunAsync();
        var second = await intake.RunAsync();

        Assert.Equal(ImportEffect.NothingToDo, second.Effect);
        Assert.Equal(2, intake.Store.Plans[0].Files.Select(file => file.Sha256).Distinct().Count());
    }

    static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", name));
}
