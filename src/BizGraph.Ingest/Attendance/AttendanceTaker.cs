using System.Globalization;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Attendance;

/// <summary>Makes ties of who was where: a business knows those that came to the same event, once for each event.</summary>
/// <remarks>A row's ties are those with the rows of its event before it, so that each pair is named once.</remarks>
/// <param name="cells">The cells of a row.</param>
/// <param name="layout">What they are.</param>
/// <param name="all">What all rows come to.</param>
/// <param name="loneSource">The source for a claim of a business that met nobody; null where other lists of the import name businesses by id.</param>
sealed class AttendanceTaker(RowCells<AttendanceRow> cells, Layout layout, Attendances all, string? loneSource) : IRowTaker
{
    readonly Dictionary<string, OrderedDictionary<string, string>> _here = [];
    readonly HashSet<string> _alone = [];
    readonly Column _eventColumn = layout.ColumnOf("event")!;
    readonly Column? _dateColumn = layout.ColumnOf("date");

    /// <inheritdoc/>
    public bool Take(IRowReader row, int file, List<Claim> claims)
    {
        var said = new AttendanceRow();
        cells.Read(row, said);
        if (said.Business is null || said.Event is null)
        {
            var header = said.Business is null ? layout.HeaderOf("business") : _eventColumn.Header;
            cells.Say(ImportProblemKind.MissingValue, header, "nothing", "a business and the event that it came to");
            return false;
        }

        var position = new ClaimPosition(file, row.Row);
        if (loneSource is not null && !all.HasMet(said.Business) && _alone.Add(BusinessId.Normalize(said.Business)))
        {
            var id = BusinessId.FromName(loneSource, said.Business, locality: null);
            claims.Add(new BusinessClaim(position, id, new BusinessFacts { Name = said.Business }));
        }

        Meet(row, said, position, claims);
        return true;
    }

    void Meet(IRowReader row, AttendanceRow said, ClaimPosition position, List<Claim> claims)
    {
        var date = _dateColumn is not null && row[_dateColumn.Index] is { Length: > 0 } text ? text : null;
        var key = Attendances.KeyOf(said.Event!, date);
        var size = all.SizeOf(key);
        if (size > Attendances.LargestEvent)
        {
            SayTooLarge(said.Event!, size);
            return;
        }

        if (!_here.TryGetValue(key, out var here))
        {
            _here.Add(key, here = []);
        }

        if (here.ContainsKey(BusinessId.Normalize(said.Business!)))
        {
            cells.SayOnce(
                ImportProblemKind.DuplicateRow,
                _eventColumn.Header,
                said.Business!,
                "a business once at an event; counted once"
            );
            return;
        }

        var facts = new RelationshipFacts { Type = RelationshipType.Knows, Attributes = cells.Cell.Attributes };
        var happened = new RelationshipEvent(said.Date, said.Event);
        var part = claims.Count;
        foreach (var other in here.Values)
        {
            claims.Add(
                new RelationshipClaim(
                    position with
                    {
                        Part = ++part,
                    },
                    new RelationshipEnd(other, IsId: false),
                    new RelationshipEnd(said.Business!, IsId: false),
                    facts,
                    happened
                )
            );
        }

        here.Add(BusinessId.Normalize(said.Business!), said.Business!);
    }

    void SayTooLarge(string name, int size) =>
        cells.SayOnce(
            ImportProblemKind.EventTooLarge,
            _eventColumn.Header,
            string.Create(CultureInfo.InvariantCulture, $"{name}: {size:N0} businesses"),
            $"an event of at most {Attendances.LargestEvent}; left out, its businesses stay",
            name
        );
}
