using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Reads the rows of an import's files, makes claims of them and sends those that the store does not have.</summary>
sealed class FileReading(
    IReadOnlyList<IncomingFile> files,
    string source,
    NamedColumns named,
    ProblemLog problems,
    ProgressMeter meter,
    ClaimSender sender
)
{
    readonly List<Layout> _layouts = [.. files.SelectMany(file => file.Layouts.Values)];

    /// <summary>Reads one file.</summary>
    public async Task RunAsync(int number)
    {
        var file = files[number];
        meter.EnterFile(file.Name);
        await using var stream = file.Scan.Open();
        using var list = file.ListsOf(stream, named);
        list.ReadHeader();
        var (layout, taker, rowsBefore) = (list.Layout!, Begin(list.Layout!, file), meter.RowsRead);
        while (list.Read())
        {
            if (!ReferenceEquals(layout, list.Layout))
            {
                layout = list.Layout!;
                taker = Begin(layout, file);
            }

            var row = list.Row;
            var isTaken = row.Fault is { } fault ? Refuse(fault, row.Row, file) : taker.Take(row, number, sender.Claims);
            meter.AddRow(isTaken, stream);
            if (sender.EndRow(new ClaimPosition(number, row.Row), row.Length))
            {
                await sender.SendAsync();
            }
        }

        Conclude(file, layout, hasRows: meter.RowsRead > rowsBefore);
    }

    IRowTaker Begin(Layout layout, IncomingFile file)
    {
        LayoutRemarks.Say(layout, file.Name, problems);
        if (layout.Kind == LayoutKind.Businesses)
        {
            return new BusinessTaker(CellsOf<BusinessRow>(layout, file), source);
        }

        var endsAreIds = layout.EndsAreIds(_layouts);
        return new RelationshipTaker(CellsOf<RelationshipRow>(layout, file), layout, endsAreIds);
    }

    RowCells<TDraft> CellsOf<TDraft>(Layout layout, IncomingFile file) =>
        new(layout, file.Name, file.Scan.Encoding.MayHoldBadText, problems);

    bool Refuse(RowFault fault, long row, IncomingFile file)
    {
        var kind = fault.IsTooLarge ? ImportProblemKind.TooLarge : ImportProblemKind.BadQuote;
        problems.Add(new ImportProblem(kind, file.Name, row, null, fault.Found, fault.Expected));
        return false;
    }

    void Conclude(IncomingFile file, Layout layout, bool hasRows)
    {
        if (!hasRows)
        {
            const string Expected = "rows below the header";
            problems.Add(
                new ImportProblem(ImportProblemKind.NoRows, file.Name, layout.HeaderRow, null, "a header and no rows", Expected)
            );
        }

        meter.EndFile(file.Scan.File.Bytes);
        if (!file.Scan.IsUnchanged)
        {
            throw new IOException($"{file.Name} was changed while it was read; import it again.");
        }
    }
}
