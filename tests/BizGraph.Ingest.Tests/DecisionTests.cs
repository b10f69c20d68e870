using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>A list of pairs that may be one business, answered in a spreadsheet.</summary>
public sealed class DecisionTests : IDisposable
{
    readonly Intake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task An_answer_that_is_neither_yes_nor_no_is_refused_and_an_empty_one_leaves_the_question_open()
    {
        _intake.With("same,id,name,other_id,other_name\nyes,1,Mill,2,The Mill\nmaybe,3,Oak,4,Oaks\n,5,Elm,6,Elms\n");

        var report = await _intake.ReportAsync();

        Assert.Equal((2, 1), (report.RowsTaken, report.RowsRefused));
        var said = Assert.Single(report.Problems);
        Assert.Equal(
            (ImportProblemKind.UnclearAnswer, 3L, "same", "maybe", true),
            (said.Kind, said.Row, said.Column, said.Found, said.IsRefusal)
        );
        Assert.StartsWith("yes or no", said.Expected, StringComparison.Ordinal);
    }
}
