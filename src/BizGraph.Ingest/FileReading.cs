using BizGraph.Ingest.Answers;
using BizGraph.Ingest.Attendance;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Places;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Reads the rows of an import's tables, makes claims of them and sends those that the store does not have.</summary>
sealed class FileReading(
    RecognisedFiles files,
    string source,
    ProblemLog problems,
    ProgressMeter meter,
    ClaimSender sender,
    RowWatch watch,
    ErasedBusinesses erased
)
{
    readonly TieLists _tieLists = new(files);

    /// <summary>Reads all tables, in order.</summary>
    /// <exception cref="ImportRefusedException">One breaks off, though it was whole when it was recognised.</exception>
    public async Task RunAsync()
    {
        for (var number = 0; number < files.Tables.Count; number++)
        {
            try
            {
                await RunAsync(number);
            }
            catch (UnreadableFileException broken)
            {
                throw Refusal(number, broken);
            }
            catch (InvalidDataException damage)
            {
                throw Refusal(number, FileTables.Damaged(damage));
            }
        }
    }

    ImportRefusedException Refusal(int number, UnreadableFileException why)
    {
        var problem = new ImportProblem(why.Kind, files.Tables[number].Name, null, null, why.Found, why.Expected);
        return new ImportRefusedException([problem.ToString()], [problem]);
    }

    async Task RunAsync(int number)
    {
        var table = files.Tables[number];
        EnterTable(number);
        using var list = table.Open(files.Named, out var stream);
        list.ReadHeader();
        var (layout, taker, rowsBefore) = (list.Layout!, Begin(list.Layout!, table), meter.RowsRead);
        var length = 0;
        while (list.Read())
        {
            if (!ReferenceEquals(layout, list.Layout))
            {
                layout = list.Layout!;
                taker = Begin(layout, table);
            }

            var row = list.Row;
            var claimsBefore = sender.Claims.Count;
            var isTaken = row.Fault is { } fault
                ? Say(fault, row.Row, table)
                : taker.Take(row, number, sender.Claims) && !IsErased(row.Row, table, claimsBefore);
            if (isTaken)
            {
                watch.Taken(layout, row.Row, sender.Claims, claimsBefore);
            }
            else
            {
                watch.Refused(layout, row, problems.LastRefusal!);
            }

            meter.AddRow(isTaken, table.Table.IsSequential ? stream : null);
            length += row.Length;
            if (row.EndsRow)
            {
                if (sender.EndRow(new ClaimPosition(number, row.Row), length))
                {
                    await sender.SendAsync();
                }

                length = 0;
            }
        }

        Conclude(table, layout, hasRows: meter.RowsRead > rowsBefore);
        if (number + 1 == files.Tables.Count || !IsSameFile(number, number + 1))
        {
            meter.EndFile(table.Scan.FileLength);
        }
    }

    bool IsSameFile(int one, int other) => files.Tables[one].Scan.Source.Path == files.Tables[other].Scan.Source.Path;

    void EnterTable(int number)
    {
        var name = files.Tables[number].Name;
        if (number > 0 && IsSameFile(number - 1, number))
        {
            meter.EnterTable(name);
        }
        else
        {
            meter.EnterFile(name, files.Tables.Skip(number).TakeWhile((_, i) => IsSameFile(number, number + i)).Count());
        }
    }

    IRowTaker Begin(Layout layout, IncomingTable table)
    {
        if (!table.Table.NamesColumns)
        {
            LayoutRemarks.Say(layout, table.Name, problems);
        }

        if (layout.Kind == LayoutKind.Businesses)
        {
            var businesses = CellsOf<BusinessRow>(layout, table);
            return new BusinessTaker(businesses, layout, source, new RowLocation(businesses, layout, files.Places));
        }

        if (layout.Kind == LayoutKind.Decisions)
        {
            return new DecisionTaker(CellsOf<DecisionRow>(layout, table), layout);
        }

        if (layout.Kind == LayoutKind.Attendance)
        {
            var hasIds = _tieLists.All.Any(other => other.Kind == LayoutKind.Businesses && other.HasAny("id"));
            var attendances = table.Attendances ?? new Attendances();
            return new AttendanceTaker(CellsOf<AttendanceRow>(layout, table), layout, attendances, hasIds ? null : source);
        }

        return new RelationshipTaker(CellsOf<RelationshipRow>(layout, table), layout, _tieLists);
    }

    RowCells<TDraft> CellsOf<TDraft>(Layout layout, IncomingTable table) =>
        new(layout, table.Name, table.Table.MayHoldBadText, problems);

    bool Say(RowFault fault, long row, IncomingTable table)
    {
        problems.Add(new ImportProblem(fault.Kind, table.Name, row, null, fault.Found, fault.Expected));
        return !fault.Kind.IsRefusal();
    }

    /// <summary>Refuses a row that names a business which was erased on request, without a word of what it says.</summary>
    bool IsErased(long row, IncomingTable table, int claimsBefore)
    {
        if (!sender.Claims.Skip(claimsBefore).Any(claim => erased.Names(source, claim)))
        {
            return false;
        }

        const string Expected = "another business; its data was erased, and is not to be taken in again";
        sender.Claims.RemoveRange(claimsBefore, sender.Claims.Count - claimsBefore);
        problems.Add(
            new ImportProblem(
                ImportProblemKind.ErasedOnRequest,
                table.Name,
                row,
                null,
                "a business that was erased on request",
                Expected
            )
        );
        return true;
    }

    void Conclude(IncomingTable table, Layout layout, bool hasRows)
    {
        if (!hasRows)
        {
            const string Expected = "rows below the header";
            problems.Add(
                new ImportProblem(ImportProblemKind.NoRows, table.Name, layout.HeaderRow, null, "a header and no rows", Expected)
            );
        }

        if (!table.Scan.IsUnchanged)
        {
            throw new IOException($"{table.Scan.Source.Name} was changed while it was read; import it again.");
        }
    }
}
