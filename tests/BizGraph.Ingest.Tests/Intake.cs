using System.Text;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests;

/// <summary>Files of a test in a folder of their own, and the store that they are taken into.</summary>
sealed class Intake : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("bizgraph-ingest-").FullName;
    readonly List<string> _files = [];

    public RecordingStore Store { get; private set; } = new();

    public IReadOnlyList<string> Files => _files;

    public IReadOnlyList<RelationshipClaim> Ties => [.. Store.Ties];

    public IReadOnlyList<BusinessClaim> Businesses => [.. Store.Businesses];

    public RelationshipClaim Tie => Assert.Single(Store.Ties);

    public BusinessClaim Business => Assert.Single(Store.Businesses);

    /// <summary>Writes a file in UTF-8 without a mark.</summary>
    public Intake With(string text, string name = "list.csv") => With(new UTF8Encoding(false).GetBytes(text), name);

    public Intake With(byte[] bytes, string name = "list.csv")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        if (!_files.Contains(path))
        {
            _files.Add(path);
        }

        return this;
    }

    public Task<ImportOutcome> RunAsync(
        string source = "default",
        string[]? columns = null,
        string[]? places = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken? cancellation = null
    ) =>
        new ImportJob(Store).RunAsync(
            new ImportRequest
            {
                Files = _files,
                Source = source,
                Columns = columns ?? [],
                Places = places ?? [],
            },
            progress,
            refused: null,
            cancellation ?? TestContext.Current.CancellationToken
        );

    /// <summary>Goes on with an empty store.</summary>
    public void StartAnew() => Store = new RecordingStore();

    /// <summary>Runs it and gives the report; every row read must be taken or refused.</summary>
    public async Task<ImportReport> ReportAsync(params string[] columns)
    {
        var outcome = await RunAsync(columns: columns);
        var report = outcome.Import.Report!;
        Assert.Equal(report.RowsRead, report.RowsTaken + report.RowsRefused);
        Assert.Equal(report.ProblemCount, report.ProblemCounts.Values.Sum());
        return report;
    }

    public async Task<ImportRefusedException> RefusalAsync(params string[] columns)
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => RunAsync(columns: columns));
        Assert.Empty(Store.Plans);
        return refusal;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
