using System.Numerics;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>The distinct words of all entries, numbered from 0, and how rare each is.</summary>
/// <remarks>
/// A word's rarity is log2((n + k) / (f + k·p)): n entries, f of them with the word, p the share assumed before any data was seen and k the number of
/// entries that assumption is worth; so that "bakery" says little in a list of two as well. It is divided by log2(n + k): a word that only one entry
/// has comes to about 1, whatever the size of the data.
/// </remarks>
sealed class Lexicon
{
    const double PriorEntries = 1000;

    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<string> _words = [];
    readonly List<int> _counts = [];
    readonly List<int> _lastEntry = [];
    readonly List<uint> _letters = []; // bit for each letter that the word has
    float[] _rarities = [];

    /// <summary>Number of words.</summary>
    public int Count => _words.Count;

    /// <summary>The number of a word, new or known.</summary>
    public int NumberOf(string word)
    {
        if (!_numbers.TryGetValue(word, out var number))
        {
            number = _words.Count;
            _numbers.Add(word, number);
            _words.Add(word);
            _counts.Add(0);
            _lastEntry.Add(-1);
            _letters.Add(LettersOf(word));
        }

        return number;
    }

    /// <summary>Counts a word of an entry, once for each entry; entries come one after the other.</summary>
    public void CountIn(int entry, int word)
    {
        if (_lastEntry[word] != entry)
        {
            _lastEntry[word] = entry;
            _counts[word]++;
        }
    }

    /// <summary>Computes the rarities when all words are counted.</summary>
    public void Weigh(int entries, Func<string, double> assumedShare)
    {
        var scale = Math.Log2(entries + PriorEntries);
        _rarities = new float[_words.Count];
        for (var word = 0; word < _rarities.Length; word++)
        {
            var expected = Math.Max(_counts[word], 1) + PriorEntries * assumedShare(_words[word]);
            _rarities[word] = (float)Math.Max(0.02, Math.Log2((entries + PriorEntries) / expected) / scale);
        }
    }

    /// <summary>The word itself.</summary>
    public string this[int word] => _words[word];

    /// <summary>How rare a word is: about 1 for one that a single entry has, near 0 for one that all have.</summary>
    public float RarityOf(int word) => _rarities[word];

    /// <summary>The number of entries with the word.</summary>
    public int CountOf(int word) => _counts[word];

    /// <summary>Whether two words may be alike by the letters that they have; false is certain. A tenth of all pairs of words passes.</summary>
    public bool MayBeAlike(int a, int b)
    {
        var (one, other) = (_letters[a], _letters[b]);
        var (onlyOne, onlyOther) = (BitOperations.PopCount(one & ~other), BitOperations.PopCount(other & ~one));
        return Math.Min(onlyOne, onlyOther) == 0
            ? _words[a][0] == _words[b][0] || onlyOne + onlyOther <= 3
            : onlyOne <= 3 && onlyOther <= 3 && onlyOne + onlyOther <= 4;
    }

    static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }

    /// <summary>Whether an entry counted so far has the word.</summary>
    public bool Knows(string word) => _numbers.ContainsKey(word);
}
