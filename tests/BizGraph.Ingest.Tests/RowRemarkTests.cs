using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>What is said of rows that are taken all the same.</summary>
public sealed class RowRemarkTests
{
    [Fact]
    public async Task Two_rows_of_one_business_that_disagree_are_said_with_both_places()
    {
        using var intake = new Intake().With("id,name,town,phone\n1,Oak,Burnley,\n2,Elm,,\n1,Oak,Preston,5\n1,Oak,Burnley,\n");

        var report = await intake.ReportAsync();

        Assert.Equal(
            [
                (ImportProblemKind.ConflictingRow, 4L, "town", "Preston, where row 2 of 1 says something else"),
                (ImportProblemKind.DuplicateRow, 5, null, "the row of 1 again, as in row 2"),
            ],
            report.Problems.Select(problem => (problem.Kind, problem.Row!.Value, problem.Column, problem.Found))
        );
        Assert.Equal(4, report.RowsTaken);
    }

    [Fact]
    public async Task A_business_without_an_id_is_the_same_by_its_name_and_town()
    {
        using var intake = new Intake().With("name,town,industry\nOak,Burnley,Bakery\noak,BURNLEY,Mill\nOak,Preston,Mill\n");

        var report = await intake.ReportAsync();

        Assert.Equal(
            ["name", "town", "industry"],
            report.Problems.Where(problem => problem.Kind == ImportProblemKind.ConflictingRow).Select(problem => problem.Column)
        );
        Assert.All(report.Problems, problem => Assert.Equal(3, problem.Row));
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("+cmd|' /C calc'!A0", true)]
    [InlineData("-2+3+cmd|' /C calc'!A0", true)]
    [InlineData("+44 1282 425011", false)]
    [InlineData("-5.3", false)]
    [InlineData("a=b", false)]
    [InlineData("@", false)]
    public async Task A_cell_that_a_spreadsheet_would_take_for_a_formula_is_kept_and_said(string text, bool isSaid)
    {
        using var intake = new Intake().With($"name,phone\nOak,{text}\n");

        var report = await intake.ReportAsync();

        Assert.Equal(text, intake.Business.Said.Phone);
        Assert.Equal(isSaid ? [ImportProblemKind.FormulaLike] : [], report.Problems.Select(problem => problem.Kind));
    }
}
