using BizGraph.Ingest.Layouts;
using static BizGraph.Ingest.Layouts.ValueForm;
using AttendanceField = BizGraph.Ingest.Layouts.Field<BizGraph.Ingest.Attendance.AttendanceRow>;

namespace BizGraph.Ingest.Attendance;

/// <summary>What one row says: who was where.</summary>
sealed class AttendanceRow
{
    public string? Business { get; set; }
    public string? Event { get; set; }
    public DateOnly? Date { get; set; }

    /// <summary>The columns of a list of attendance. A new word is one more string here.</summary>
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new AttendanceField("business", Text, (a, c) => a.Business = c.Text, "name", "company", "organisation", "organization", "member", "attendee", "participant", "person", "Firma", "Unternehmen", "Mitglied", "Teilnehmer"),
        new AttendanceField("event", Text, (a, c) => a.Event = c.Text, "meeting", "board", "club", "committee", "Veranstaltung", "Treffen", "Gremium", "Sitzung"),
        new AttendanceField("date", ValueForm.Date, (a, c) => a.Date = c.Date()?.First, "event date", "meeting date", "Datum"),
        new AttendanceField(RefusedRow.ReasonHeader, Text, (_, c) => c.KeepUnlessReason()),
    ];
}
