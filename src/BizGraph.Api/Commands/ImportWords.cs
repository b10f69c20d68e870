using BizGraph.Api.Reasons;
using BizGraph.Model;

namespace BizGraph.Api.Commands;

/// <summary>Imports in plain words.</summary>
static class ImportWords
{
    public static string State(ImportState state) =>
        state switch
        {
            ImportState.Running => "running",
            ImportState.Interrupted => "interrupted",
            ImportState.Finished => "counts",
            ImportState.Undone => "undone",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>One sentence of what changed in the network.</summary>
    public static string Changes(ImportChanges changes)
    {
        string[] parts =
        [
            .. Part(changes.BusinessesAdded, "business", "businesses", "new"),
            .. Part(changes.BusinessesChanged, "business", "businesses", "changed"),
            .. Part(changes.BusinessesRemoved, "business", "businesses", "gone"),
            .. Part(changes.RelationshipsAdded, "tie", "ties", "new"),
            .. Part(changes.RelationshipsChanged, "tie", "ties", "changed"),
            .. Part(changes.RelationshipsRemoved, "tie", "ties", "gone"),
        ];
        return parts.Length == 0 ? "Nothing in the network changed." : $"In the network: {string.Join(", ", parts)}.";
    }

    /// <summary>What a reader should know besides: rows known already, repeated, held or to oneself.</summary>
    /// <param name="changes">What changed.</param>
    /// <param name="tooManyToMatch">How many businesses there were, where that was too many to look for ones that are written differently.</param>
    public static IEnumerable<string> Remarks(ImportChanges changes, int? tooManyToMatch)
    {
        if (tooManyToMatch is { } many)
        {
            yield return $"With {many:N0} businesses, ones that are written differently were not looked for.";
        }

        if (changes.BusinessesMerged > 0)
        {
            yield return changes.BusinessesMerged == 1
                ? "1 was known under another id or spelling, and is shown as one business."
                : $"{changes.BusinessesMerged:N0} were known under another id or spelling, and are shown as one business each.";
        }

        if (changes.Questions > 0)
        {
            yield return $"{EnglishCatalogue.Count(changes.Questions, "pair", "pairs")} may be one business: 'bizgraph duplicates' lists them.";
        }

        if (changes.NamedOnlyInTies > 0)
        {
            yield return changes.NamedOnlyInTies == 1
                ? "1 of the new businesses is named only in ties, and no list has it: check its spelling."
                : $"{changes.NamedOnlyInTies:N0} of the new businesses are named only in ties, and no list has them: check their spelling.";
        }

        if (changes.KnownAlready > 0)
        {
            yield return changes.KnownAlready == 1
                ? "1 ledger row was known already and is not counted twice (--all-new counts it)."
                : $"{changes.KnownAlready:N0} ledger rows were known already and are not counted twice (--all-new counts them).";
        }

        if (changes.Repeated > 0)
        {
            yield return changes.Repeated == 1
                ? "1 row repeats an earlier row of its file word for word; their weights and amounts add up."
                : $"{changes.Repeated:N0} rows repeat an earlier row of their file word for word; their weights and amounts add up.";
        }

        if (changes.Held > 0)
        {
            yield return changes.Held == 1
                ? "1 tie is held: an end fits several businesses. Use ids in its row."
                : $"{changes.Held:N0} ties are held: an end fits several businesses. Use ids in these rows.";
        }

        if (changes.SelfTies > 0)
        {
            yield return $"{EnglishCatalogue.Count(changes.SelfTies, "row ties", "rows tie")} a business to itself: kept as data, left out of the graph.";
        }
    }

    static IEnumerable<string> Part(long count, string one, string many, string what) =>
        count == 0 ? [] : [$"{EnglishCatalogue.Count(count, one, many)} {what}"];
}
