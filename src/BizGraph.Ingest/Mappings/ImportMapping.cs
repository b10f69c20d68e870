using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest.Mappings;

/// <summary>How people say that files are to be understood: what columns and words for relations mean. It stands above what BizGraph finds out itself.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Words">The words for relations.</param>
public sealed record ImportMapping(IReadOnlyList<MappedColumn> Columns, IReadOnlyList<MappedWord> Words)
{
    /// <summary>Nothing is said.</summary>
    public static ImportMapping None { get; } = new([], []);

    /// <summary>All of it as short texts, in an order of their own: what tells one mapping from another.</summary>
    internal IEnumerable<string> Lines =>
        Columns
            .Select(column => $"{column.List}.{column.Field}={column.Header}")
            .Concat(Words.Select(word => $"relation {word.Word}={word.Type}{(word.IsReversed ? ", reversed" : "")}"))
            .Order(StringComparer.Ordinal);

    /// <summary>What each word means, by its folded form.</summary>
    internal IReadOnlyDictionary<string, RelationWord> Meanings =>
        // The word of an acquaintance is all that tells one from another.
        Words.ToDictionary(
            word => WordForm.Fold(word.Word),
            word => new RelationWord(word.Type, word.IsReversed, IsKind: word.Type == RelationshipType.Knows)
        );
}

/// <summary>What a column is to be taken for.</summary>
/// <param name="List">What the rows of its list are: businesses, ties, ledger rows or attendance.</param>
/// <param name="Header">Its header.</param>
/// <param name="Field">The field that it fills; null where it is to be kept as an attribute.</param>
public sealed record MappedColumn(string List, string Header, string? Field);

/// <summary>What a word for a relation means.</summary>
/// <param name="Word">The word, regardless of case, spaces, hyphens and diacritics.</param>
/// <param name="Type">The type of the tie.</param>
/// <param name="IsReversed">Whether it runs from the second end to the first: "A buys from B" is a supply of B to A.</param>
public sealed record MappedWord(string Word, RelationshipType Type, bool IsReversed = false);
