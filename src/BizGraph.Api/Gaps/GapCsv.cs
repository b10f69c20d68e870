using BizGraph.Analysis.Gaps;
using BizGraph.Api.Decisions;
using BizGraph.Api.Exports;
using BizGraph.Api.Reasons;
using CsvHelper;

namespace BizGraph.Api.Gaps;

/// <summary>Gaps as a spreadsheet: a row for each.</summary>
static class GapCsv
{
    static readonly string[] Headers =
    [
        "kind",
        "sentence",
        "next_action",
        "business_id",
        "business",
        "others",
        "id",
        "state",
        "assigned_to",
    ];

    /// <summary>Writes them; texts that came with the data are made harmless.</summary>
    public static void Write(TextWriter writer, IEnumerable<Gap> gaps, NetworkDecisions decisions, Language language)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Headers);
        foreach (var gap in gaps)
        {
            var first = gap.Businesses.Count > 0 ? gap.Businesses[0] : null;
            var decision = decisions.Of(gap.Identity);
            string[] cells =
            [
                GapIdentity.WordOf(gap.Kind),
                GapWords.Sentence(gap, language),
                GapWords.NextAction(gap, language),
                first?.Id.Value ?? "",
                first?.Name ?? "",
                ColumnText.Of([.. gap.Businesses.Skip(1).Take(GapEvidence.MostNamed).Select(business => business.Id.Value)])
                    ?? "",
                gap.Identity.ToString(),
                DecisionActions.WordOf(decision?.State ?? DecisionState.Open),
                decision?.AssignedTo ?? "",
            ];
            csv.WriteRecord(Array.ConvertAll(cells, SpreadsheetText.Harmless));
        }
    }
}
