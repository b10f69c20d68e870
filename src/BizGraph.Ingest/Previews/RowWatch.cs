using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Previews;

/// <summary>Looks on while rows are read: tells of the refused ones, and keeps the first of each list for a preview.</summary>
/// <param name="refused">Told of each refused row.</param>
/// <param name="previewed">The files whose first rows are kept; null to keep none.</param>
sealed class RowWatch(Action<RefusedRow>? refused, RecognisedFiles? previewed = null)
{
    readonly Dictionary<Layout, List<RowPreview>> _first = new(ReferenceEqualityComparer.Instance);

    Layout? _layout;
    string[] _headers = [];

    /// <summary>How the lists are understood, with their first rows.</summary>
    public IReadOnlyList<ListPreview> Lists =>
        [.. previewed?.Tables.SelectMany(table => table.Layouts.Values.Select(layout => Of(table, layout))) ?? []];

    /// <summary>A row was taken.</summary>
    /// <param name="layout">Its list.</param>
    /// <param name="row">Its number.</param>
    /// <param name="claims">Its claims, behind those of the rows before it.</param>
    /// <param name="from">Where they begin.</param>
    public void Taken(Layout layout, long row, List<Claim> claims, int from)
    {
        if (previewed is null)
        {
            return;
        }

        if (!_first.TryGetValue(layout, out var first))
        {
            _first.Add(layout, first = []);
        }

        if (first.Count < ListPreview.MostRows)
        {
            first.Add(new RowPreview(row, claims.GetRange(from, Math.Min(claims.Count - from, RowPreview.MostClaims))));
        }
    }

    /// <summary>A row was refused.</summary>
    public void Refused(Layout layout, IRowReader row, ImportProblem why)
    {
        if (refused is null)
        {
            return;
        }

        if (!ReferenceEquals(_layout, layout))
        {
            _layout = layout;
            _headers = [.. layout.Columns.Select(column => column.Title)];
        }

        string[] cells = row.Fault is null ? [.. _headers.Select((_, i) => i < row.Count ? row[i] : string.Empty)] : [];
        refused(new RefusedRow(why, _headers, cells));
    }

    ListPreview Of(IncomingTable table, Layout layout) =>
        new(
            table.Name,
            layout.Kind.Name,
            layout.HeaderRow,
            [.. layout.Columns.Select(column => new ColumnPreview(column.Header, column.Field?.Name, column.Confidence))],
            _first.GetValueOrDefault(layout) ?? []
        )
        {
            Fields = [.. layout.Kind.Fields.Select(field => field.Name)],
        };
}
