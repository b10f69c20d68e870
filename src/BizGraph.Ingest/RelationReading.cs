using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What the ties of a row are.</summary>
/// <param name="Type">Their type.</param>
/// <param name="Kind">People's own word, where the type does not say it all.</param>
/// <param name="IsReversed">Whether they run from the second end to the first.</param>
/// <param name="IsWordUnknown">Whether the word is not known: then the tie keeps the direction in which its row names it.</param>
readonly record struct Relation(RelationshipType Type, string? Kind = null, bool IsReversed = false, bool IsWordUnknown = false);

/// <summary>Reads the words for the relation in the rows of one list.</summary>
/// <param name="cells">The cells of a row.</param>
/// <param name="layout">What they are.</param>
/// <param name="named">What words are said to mean, by their folded form; they stand above those that are known.</param>
sealed class RelationReading(RowCells<RelationshipRow> cells, Layout layout, IReadOnlyDictionary<string, RelationWord> named)
{
    const int MostWordsKept = 1_000;

    readonly Dictionary<string, RelationWord?> _words = [];
    readonly bool _headersSaySupplier = layout.EndsAreSupplierAndBuyer;
    readonly string _typeHeader = layout.HeaderOf("type");
    readonly string _kindHeader = layout.HeaderOf("kind");

    // Where money flows and no word says otherwise, it flows for something supplied.
    readonly RelationshipType _unsaid =
        layout.Kind == LayoutKind.Ledger || layout.HasAny("amount") ? RelationshipType.Supplies : RelationshipType.Knows;

    /// <summary>What the ties of a row are.</summary>
    public Relation Of(RelationshipRow tie)
    {
        var word = tie.Relation ?? tie.Kind;
        if (word is null)
        {
            return new Relation(_unsaid);
        }

        var kind = tie.Relation is null ? null : tie.Kind;
        if (MeaningOf(word) is { } known)
        {
            // Supplier and buyer are who they are, whichever of them the word speaks of.
            var isReversed = known.IsReversed && !(_headersSaySupplier && known.Type == RelationshipType.Supplies);
            return new Relation(known.Type, kind ?? (known.IsKind ? word : null), isReversed);
        }

        var header = tie.Relation is null ? _kindHeader : _typeHeader;
        cells.SayOnce(
            ImportProblemKind.UnknownWord,
            header,
            word,
            "a word for a relation, such as supplies, refers or mentors; counted as an acquaintance, its word kept",
            word
        );
        if (kind is not null)
        {
            cells.Cell.KeepAs(_typeHeader, word);
        }

        return new Relation(RelationshipType.Knows, kind ?? word, IsWordUnknown: true);
    }

    RelationWord? MeaningOf(string word)
    {
        if (_words.TryGetValue(word, out var meaning))
        {
            return meaning;
        }

        meaning = named.TryGetValue(WordForm.Fold(word), out var known) || RelationWords.TryGet(word, out known) ? known : null;
        if (_words.Count < MostWordsKept)
        {
            _words.Add(word, meaning);
        }

        return meaning;
    }
}
