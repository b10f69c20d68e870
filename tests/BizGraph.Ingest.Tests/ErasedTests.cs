using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Rows that name a business which was erased on request.</summary>
public sealed class ErasedTests : IDisposable
{
    readonly Intake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Fact]
    public async Task A_row_that_names_an_erased_business_is_refused_without_a_word_of_it()
    {
        var key = new byte[32];
        var none = new ErasedBusinesses(key, new HashSet<string>());
        var gone = new BusinessFacts
        {
            Name = "Zelda Quill",
            Place = new Place { Locality = "Ham" },
        };
        _intake.With("name,locality\nZelda  QUILL,Ham\nZelda Quill,Ely\nMill,Ham\n");
        _intake.Store.Erased = new ErasedBusinesses(key, none.MarksOf(new BusinessId("z1"), gone).ToHashSet());

        var report = (await _intake.RunAsync()).Import.Report!;

        Assert.Equal(["~zelda-quill~ely", "~mill~ham"], _intake.Businesses.Select(claim => claim.Business.Value));
        Assert.Equal((3L, 2L, 1L), (report.RowsRead, report.RowsTaken, report.RowsRefused));
        var problem = Assert.Single(report.Problems);
        Assert.Equal((ImportProblemKind.ErasedOnRequest, 2L, true), (problem.Kind, problem.Row!.Value, problem.IsRefusal));
        Assert.DoesNotContain("Zelda", problem.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_tie_to_an_erased_business_is_refused_too()
    {
        var key = new byte[32];
        var erased = new ErasedBusinesses(key, new HashSet<string>());
        _intake.With("from,to,type\nz1,m,supplies\nm,n,supplies\n");
        _intake.Store.Erased = new ErasedBusinesses(key, new HashSet<string> { erased.Mark(new BusinessId("z1")) });

        await _intake.RunAsync();

        Assert.Equal(("m", "n"), (_intake.Tie.From.Text, _intake.Tie.To.Text));
    }
}
