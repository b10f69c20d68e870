using BizGraph.Api.Commands;
using BizGraph.Ingest.Previews;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>A preview in plain words, the same on the command line and on the page.</summary>
static class PreviewWords
{
    /// <summary>What comes before everything else; null where there is nothing of the sort.</summary>
    public static string? Notice(ImportPreview preview) =>
        preview.KnownAs is { } number ? $"These files were taken in before, as import {number}. Nothing is to be done."
        : preview.ReplacesSource
            ? "The files stand for all that their source says: what its earlier imports named and they do not goes. More than a fifth of it asks for --yes."
        : preview.IsResumed ? "An import of these files was interrupted; this one goes on with it."
        : null;

    /// <summary>What a list is.</summary>
    public static string ListOf(ListPreview list) =>
        list.HeaderRow == 0 ? $"{list.Table}: {list.Kind}" : $"{list.Table}: {list.Kind}, headers in row {list.HeaderRow}";

    /// <summary>What a column is taken for.</summary>
    public static string Meaning(ColumnPreview column) =>
        column switch
        {
            { Field: null } => "kept as it is",
            { Confidence: >= 1 } => column.Field,
            _ => $"{column.Field} ({column.Confidence:0%} sure)",
        };

    /// <summary>What a row says, each claim in one line.</summary>
    public static IEnumerable<string> Says(RowPreview row) =>
        row.Claims.Select(claim => string.Join("; ", ClaimWords.Of(claim).Select(said => $"{said.Field}: {said.Value}")));

    /// <summary>What the rows come to and what would change, each with its number.</summary>
    public static IEnumerable<(string What, long Count)> Counts(ImportReport report)
    {
        var changes = report.Changes;
        yield return ("Rows read", report.RowsRead);
        yield return ("Rows taken", report.RowsTaken);
        yield return ("Rows refused", report.RowsRefused);
        yield return ("Businesses new", changes.BusinessesAdded);
        yield return ("Businesses changed", changes.BusinessesChanged);
        yield return ("Businesses unchanged", changes.BusinessesUnchanged);
        yield return ("Businesses gone", changes.BusinessesRemoved);
        yield return ("Businesses merged", changes.BusinessesMerged);
        yield return ("Pairs that may be one business", changes.Questions);
        yield return ("Ties new", changes.RelationshipsAdded);
        yield return ("Ties changed", changes.RelationshipsChanged);
        yield return ("Ties unchanged", changes.RelationshipsUnchanged);
        yield return ("Ties gone", changes.RelationshipsRemoved);
        yield return ("Ties held", changes.Held);
    }

    /// <summary>All of it, line by line.</summary>
    public static IEnumerable<string> Lines(ImportPreview preview) =>
        [
            .. Notice(preview) is { } notice ? [notice] : Array.Empty<string>(),
            .. preview.Lists.SelectMany(ListLines),
            .. Counts(preview.Report).Select(count => $"{count.What + ":", -32} {count.Count, 10:N0}"),
            .. ImportWords.Remarks(preview.Report.Changes, preview.TooManyToMatch),
            .. Problems(preview.Report),
        ];

    /// <summary>The problems by their kinds, capped, each kind with its total.</summary>
    public static IEnumerable<string> Problems(ImportReport report)
    {
        foreach (var group in ProblemGroup.Of(report))
        {
            yield return $"{(group.IsRefusal ? "Refused" : "Note")}, {group.Title}: {group.Count:N0} in all";
            foreach (var problem in group.First)
            {
                yield return $"  {problem}";
            }

            if (group.Untold > 0)
            {
                yield return $"  ... and {group.Untold:N0} more.";
            }
        }
    }

    static IEnumerable<string> ListLines(ListPreview list) =>
        [
            ListOf(list),
            .. list.Columns.Select(column => $"  {column.Header, -24} {Meaning(column)}"),
            .. list.FirstRows.SelectMany(row => Says(row).Select(line => $"  row {row.Row} says {line}")),
        ];
}
