namespace BizGraph.Ingest.Values;

/// <summary>The words that people write for some meanings, matched regardless of case, spaces, hyphens and diacritics.</summary>
sealed class WordTable<T>
{
    readonly Dictionary<string, T> _meanings = [];

    /// <summary>A table of meanings, each with its words.</summary>
    public WordTable(params (T Meaning, string[] Words)[] rows)
    {
        foreach (var (meaning, words) in rows)
        {
            foreach (var word in words)
            {
                if (!_meanings.TryAdd(WordForm.Fold(word), meaning) && !Equals(_meanings[WordForm.Fold(word)], meaning))
                {
                    throw new ArgumentException($"\"{word}\" has two meanings.", nameof(rows));
                }
            }
        }
    }

    /// <summary>What a word means, if the table has it.</summary>
    public bool TryGet(string word, out T meaning) => _meanings.TryGetValue(WordForm.Fold(word), out meaning!);
}
