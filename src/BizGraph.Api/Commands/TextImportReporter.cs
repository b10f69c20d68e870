using BizGraph.Api.Imports;
using BizGraph.Api.Jobs;
using BizGraph.Ingest;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>For people: one moving line on a terminal, a plain line now and then where the output goes elsewhere.</summary>
sealed class TextImportReporter : ImportReporter
{
    static readonly TimeSpan PlainLineEvery = TimeSpan.FromSeconds(5);

    readonly bool _isTerminal = !Console.IsErrorRedirected;

    // A short import needs no progress.
    readonly DateTime _firstLine = DateTime.UtcNow + TimeSpan.FromSeconds(1);
    DateTime _nextLine = DateTime.UtcNow + PlainLineEvery;
    ImportPhase? _phase;
    bool _isLineOpen;

    public override void Report(ImportProgress value)
    {
        if (DateTime.UtcNow < _firstLine)
        {
            return;
        }

        if (_isTerminal)
        {
            var line = TerminalText.Of(JobWords.Progress(value));
            var width = Math.Max(20, Console.BufferWidth - 1);
            Console.Error.Write($"\r{(line.Length > width ? line[..width] : line.PadRight(width))}");
            _isLineOpen = true;
        }
        else if (value.Phase != _phase || DateTime.UtcNow >= _nextLine)
        {
            Console.Error.WriteLine(TerminalText.Of(JobWords.Progress(value)));
            _nextLine = DateTime.UtcNow + PlainLineEvery;
        }

        _phase = value.Phase;
    }

    public override void RowRefused(RefusedRow row)
    {
        EndLine();
        Console.Error.WriteLine(TerminalText.Of($"Refused: {row.Problem}"));
    }

    public override void Finished(ImportOutcome outcome)
    {
        EndLine();
        var report = outcome.Import.Report!;
        var remarks = report.Problems.Where(problem => !problem.IsRefusal).ToList();
        foreach (var remark in remarks)
        {
            Console.Error.WriteLine(TerminalText.Of($"Note: {remark}"));
        }

        var untold =
            report.ProblemCounts.Where(count => !count.Key.IsRefusal()).Sum(count => count.Value) - remarks.Sum(p => p.Count);
        if (untold > 0)
        {
            Console.Error.WriteLine($"... and {untold:N0} more of the same kinds.");
        }

        Console.WriteLine(Opening(outcome));
        foreach (var remark in ImportWords.Remarks(report.Changes, outcome.TooManyToMatch))
        {
            Console.WriteLine(remark);
        }

        if (outcome.Effect != ImportEffect.NothingToDo)
        {
            Console.WriteLine(ImportWords.Changes(report.Changes));
            Console.WriteLine($"'bizgraph undo {outcome.Import.Number}' takes it back.");
        }
    }

    public override void Previewed(ImportPreview preview)
    {
        EndLine();
        foreach (var line in PreviewWords.Lines(preview))
        {
            Console.WriteLine(TerminalText.Of(line));
        }

        Console.WriteLine("This was a preview: nothing was taken in.");
    }

    public override void RefusedRowsWritten(RefusedRowFiles rows)
    {
        if (rows.Files.Count == 0)
        {
            Console.WriteLine("No row was refused, so there is no file of refused rows.");
            return;
        }

        Console.WriteLine(
            TerminalText.Of(
                rows.Rows == 1
                    ? $"1 refused row is in {rows.Files[0]}, with its reason: mend it there, then import that."
                    : $"{rows.Rows:N0} refused rows are in {string.Join(", ", rows.Files)}, each with its reason: mend them there, then import that."
            )
        );
        if (rows.LeftOut > 0)
        {
            Console.WriteLine(
                rows.LeftOut == 1
                    ? "1 more is in a further list and was not written."
                    : $"{rows.LeftOut:N0} more are in further lists and were not written."
            );
        }
    }

    public override void Refused(ImportRefusedException refused)
    {
        EndLine();
        foreach (var reason in refused.Reasons)
        {
            Console.Error.WriteLine(TerminalText.Of($"bizgraph: {reason}"));
        }

        Console.Error.WriteLine("Nothing was taken in.");
    }

    static string Opening(ImportOutcome outcome)
    {
        var (import, report) = (outcome.Import, outcome.Import.Report!);
        return outcome.Effect == ImportEffect.NothingToDo
            ? $"These files were taken in before, as import {import.Number} on {import.Finished:yyyy-MM-dd}. Nothing was to be done."
            : $"Import {import.Number}{(outcome.Effect == ImportEffect.Resumed ? ", gone on with," : "")} is done: "
                + $"{report.RowsTaken:N0} of {report.RowsRead:N0} rows taken, {report.RowsRefused:N0} refused.";
    }

    void EndLine()
    {
        if (_isLineOpen)
        {
            Console.Error.WriteLine();
            _isLineOpen = false;
        }
    }
}
