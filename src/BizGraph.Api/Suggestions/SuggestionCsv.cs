using System.Globalization;
using BizGraph.Api.Decisions;
using BizGraph.Api.Exports;
using CsvHelper;

namespace BizGraph.Api.Suggestions;

/// <summary>Suggestions as a spreadsheet: a row for each.</summary>
static class SuggestionCsv
{
    static readonly string[] Headers =
    [
        "for_id",
        "for",
        "partner_id",
        "partner",
        "kind",
        "headline",
        "sentence",
        "what_it_changes",
        "score",
        "probability",
        "state",
        "assigned_to",
        "introduction",
        "id",
    ];

    /// <summary>Writes them; texts that came with the data are made harmless.</summary>
    public static void Write(TextWriter writer, IEnumerable<SuggestionInWords> suggestions)
    {
        using var csv = CsvWriter.Create(writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(Headers);
        foreach (var told in suggestions)
        {
            var suggestion = told.Suggestion;
            csv.WriteRecord(
                (string[])
                    [
                        SpreadsheetText.Harmless(suggestion.For.Id.Value),
                        SpreadsheetText.Harmless(suggestion.For.Name),
                        SpreadsheetText.Harmless(suggestion.Whom.Id.Value),
                        SpreadsheetText.Harmless(suggestion.Whom.Name),
                        SuggestionIdentity.WordOf(suggestion.Kind),
                        SpreadsheetText.Harmless(told.Headline),
                        SpreadsheetText.Harmless(told.Because),
                        SpreadsheetText.Harmless(told.WhatItChanges),
                        suggestion.Score.ToString("0.00", CultureInfo.InvariantCulture),
                        suggestion.Probability?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "",
                        DecisionActions.WordOf(told.Decision?.State ?? DecisionState.Open),
                        SpreadsheetText.Harmless(told.Decision?.AssignedTo ?? ""),
                        SpreadsheetText.Harmless(told.Introduction.Body),
                        told.Id,
                    ]
            );
        }
    }
}
