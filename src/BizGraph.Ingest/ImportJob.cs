using BizGraph.Ingest.Matching;
using BizGraph.Ingest.Previews;
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
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong; nothing was stored.</exception>
    /// <exception cref="StoreException">The store cannot take it in.</exception>
    public async Task<ImportOutcome> RunAsync(
        ImportRequest request,
        IProgress<ImportProgress>? progress = null,
        Action<RefusedRow>? refused = null,
        CancellationToken cancellation = default
    )
    {
        var meter = new ProgressMeter(progress, clock ?? TimeProvider.System, cancellation);
        var files = await new FileRecognition(request, meter, cancellation).RunAsync();
        var ticket = await store.BeginAsync(PlanOf(request, files), cancellation);
        meter.Import = ticket.IsFinished ? null : ticket.Number;
        if (ticket.IsFinished)
        {
            var imports = await store.ImportsAsync(cancellation);
            return new ImportOutcome(imports.Single(import => import.Number == ticket.Number), ImportEffect.NothingToDo);
        }

        try
        {
            var report = await ReadAsync(request, files, ticket, meter, new RowWatch(refused), cancellation);
            return await FinishAsync(request, ticket, report, meter, isTrial: false, cancellation);
        }
        catch (ImportRefusedException broken)
        {
            const string Rest = "What was read before it stays an interrupted import, which can be undone.";
            throw new ImportRefusedException([.. broken.Reasons, Rest], broken.Problems);
        }
        finally
        {
            // Where it ended early, this process may live on: others are to go on with the import, or drop it.
            await store.ReleaseAsync(ticket.Number);
        }
    }

    /// <summary>Works out what a request would come to. The store stays as it is, but for an interrupted import of the same files, which goes on to its last row and stays interrupted.</summary>
    /// <param name="request">The files, and how they are read.</param>
    /// <param name="progress">Told a few times a second how far it is.</param>
    /// <param name="refused">Told of each row that would be refused, as it is met.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong.</exception>
    /// <exception cref="StoreException">The store cannot take it in.</exception>
    /// <remarks>Reads and stores every row, as the import itself does, and takes it away again: it takes as long. Two at once on one store must not have the same request.</remarks>
    public async Task<ImportPreview> PreviewAsync(
        ImportRequest request,
        IProgress<ImportProgress>? progress = null,
        Action<RefusedRow>? refused = null,
        CancellationToken cancellation = default
    )
    {
        var meter = new ProgressMeter(progress, clock ?? TimeProvider.System, cancellation);
        var files = await new FileRecognition(request, meter, cancellation).RunAsync();
        var ticket = await store.BeginAsync(PlanOf(request, files), cancellation);
        meter.Import = ticket.IsFinished ? null : ticket.Number;
        var watch = new RowWatch(refused, files);
        try
        {
            var report = await ReadAsync(request, files, ticket, meter, watch, cancellation);
            var outcome = ticket.IsFinished
                ? null
                : await FinishAsync(request, ticket, report, meter, isTrial: true, cancellation);
            return new ImportPreview
            {
                Lists = watch.Lists,
                Report = outcome?.Import.Report ?? report,
                KnownAs = ticket.IsFinished ? ticket.Number : null,
                IsResumed = ticket.IsResumed,
                ReplacesSource = request.ReplacesSource,
                TooManyToMatch = outcome?.TooManyToMatch,
            };
        }
        finally
        {
            if (ticket.IsResumed)
            {
                await store.ReleaseAsync(ticket.Number);
            }
            else if (!ticket.IsFinished)
            {
                await store.UndoAsync(ticket.Number, cancellation: CancellationToken.None);
            }
        }
    }

    /// <summary>Takes an import back, and matches anew what lost a match by it.</summary>
    /// <param name="import">Its number.</param>
    /// <param name="waiting">Told once if another change is under way.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    /// <exception cref="StoreException">There is no such import, another process is taking it in, or it was undone before.</exception>
    public Task<ImportChanges> UndoAsync(int import, Action? waiting = null, CancellationToken cancellation = default) =>
        store.UndoAsync(
            import,
            new UndoOptions { Matching = new ImportMatching(cancellation).Find, Waiting = waiting },
            cancellation
        );

    static ImportPlan PlanOf(ImportRequest request, RecognisedFiles files) =>
        new(
            request.Source,
            [.. files.Tables.Select(table => table.File)],
            [.. request.Columns, .. request.Mapping.Lines, .. files.Places?.Lines ?? []],
            request.AllNew,
            request.ReplacesSource
        );

    /// <summary>Reads all rows and sends those that the store does not have; of an import that is finished it has them all.</summary>
    async Task<ImportReport> ReadAsync(
        ImportRequest request,
        RecognisedFiles files,
        ImportTicket ticket,
        ProgressMeter meter,
        RowWatch watch,
        CancellationToken cancellation
    )
    {
        var problems = new ProblemLog();
        foreach (var remark in files.Remarks)
        {
            problems.Add(remark);
        }

        var erased = await store.ErasedAsync(cancellation);
        await using var sender = new ClaimSender(store, ticket, cancellation);
        meter.Enter(ImportPhase.Reading);
        await new FileReading(files, request.Source, problems, meter, sender, watch, erased).RunAsync();
        await sender.DrainAsync();
        return Report(meter, problems);
    }

    async Task<ImportOutcome> FinishAsync(
        ImportRequest request,
        ImportTicket ticket,
        ImportReport report,
        ProgressMeter meter,
        bool isTrial,
        CancellationToken cancellation
    )
    {
        meter.Enter(ImportPhase.Finishing);
        var matching = request.IsMatched ? new ImportMatching(cancellation) : null;
        var options = new FinishOptions
        {
            Matching = matching is null ? null : matching.Find,
            Waiting = () => meter.Enter(ImportPhase.Waiting),
            IsTrial = isTrial,
        };
        // Whoever only looks sees how much a full load takes away; the import itself asks for leave.
        options = isTrial || request.MayRetireMost ? options with { MostRetired = 1 } : options;
        var import = await store.FinishAsync(ticket.Number, report, options, cancellation);
        return new ImportOutcome(import, ticket.IsResumed ? ImportEffect.Resumed : ImportEffect.Begun)
        {
            TooManyToMatch = matching?.LeftOut,
        };
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
