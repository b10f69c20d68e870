using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Takes files into a store: recognises them, reads their rows, keeps what they claim, makes it count.</summary>
/// <remarks>Memory does not grow with the files. Nothing shows in the network before the end; stopped at any moment, the same request goes on.</remarks>
public sealed class ImportJob(INetworkStore store, TimeProvider? clock = null)
{
    /// <summary>Does what a request asks for.</summary>
    /// <param name="request">The files, and how they are read.</param>
    /// <param name="progress">Told a few times a second how far it is.</param>
    /// <param name="refused">Told of each row that is refused, as it is met; the report keeps the first of each kind only.</param>
    /// <param name="cancellation">Stops it; what was acknowledged stays, and the same request goes on from there.</param>
    /// <returns>The import, its problems among its report.</returns>
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong; nothing of it counts.</exception>
    /// <exception cref="StoreException">The store cannot take it in.</exception>
    public async Task<ImportOutcome> RunAsync(
        ImportRequest request,
        IProgress<ImportProgress>? progress = null,
        Action<ImportProblem>? refused = null,
        CancellationToken cancellation = default
    )
    {
        var meter = new ProgressMeter(progress, clock ?? TimeProvider.System, cancellation);
        var files = await new FileRecognition(request, meter, cancellation).RunAsync();

        var plan = new ImportPlan(
            request.Source,
            [.. files.Tables.Select(table => table.File)],
            request.Columns,
            request.AllNew,
            request.ReplacesSource
        );
        var ticket = await store.BeginAsync(plan, cancellation);
        if (ticket.IsFinished)
        {
            var imports = await store.ImportsAsync(cancellation);
            return new ImportOutcome(imports.Single(import => import.Number == ticket.Number), ImportEffect.NothingToDo);
        }

        var problems = new ProblemLog(refused);
        foreach (var remark in files.Remarks)
        {
            problems.Add(remark);
        }

        await using var sender = new ClaimSender(store, ticket, cancellation);
        meter.Enter(ImportPhase.Reading);
        await new FileReading(files, request.Source, problems, meter, sender).RunAsync();
        await sender.DrainAsync();
        meter.Enter(ImportPhase.Finishing);
        var report = Report(meter, problems);
        var matching = request.IsMatched ? new ImportMatching(cancellation) : null;
        var import = await store.FinishAsync(ticket.Number, report, Finish(request, meter, matching), cancellation);
        return new ImportOutcome(import, ticket.IsResumed ? ImportEffect.Resumed : ImportEffect.Begun)
        {
            TooManyToMatch = matching?.LeftOut,
        };
    }

    static FinishOptions Finish(ImportRequest request, ProgressMeter meter, ImportMatching? matching)
    {
        var options = new FinishOptions
        {
            Matching = matching is null ? null : matching.Find,
            Waiting = () => meter.Enter(ImportPhase.Waiting),
        };
        return request.MayRetireMost ? options with { MostRetired = 1 } : options;
    }

    static ImportReport Report(ProgressMeter meter, ProblemLog problems) =>
        new()
        {
            RowsRead = meter.RowsRead,
            RowsTaken = meter.RowsTaken,
            RowsRefused = meter.RowsRefused,
            ProblemCount = problems.Count,
            ProblemCounts = problems.Counts,
            Problems = problems.Problems,
        };
}
