using System.Collections.Frozen;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Words and short phrases that mean the same when offers are held against needs.</summary>
/// <remarks>A text of one group a line, its words parted by commas; lines that begin with # are left out. Letter case makes no difference.</remarks>
public sealed class Synonyms
{
    readonly FrozenDictionary<string, string> _first;

    Synonyms(Dictionary<string, string> first, int longest) => (_first, LongestPhrase) = (first.ToFrozenDictionary(), longest);

    /// <summary>English and German words of local trade.</summary>
    public static Synonyms Default { get; } = ReadDefault();

    /// <summary>No synonyms: words count as they are written.</summary>
    public static Synonyms None { get; } = new([], 1);

    // Words in the longest phrase.
    internal int LongestPhrase { get; }

    /// <summary>Reads groups of words; a word of two groups belongs to the first.</summary>
    /// <exception cref="FormatException">A line with one word alone: it says which line.</exception>
    public static Synonyms Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var (number, longest) = (0, 1);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            string[] group =
            [
                .. line.Split(',')
                    .Select(phrase => string.Join(' ', PhraseText.Words(phrase)))
                    .Where(phrase => phrase.Length > 0),
            ];
            if (group.Length < 2)
            {
                throw new FormatException($"Line {number}: found '{line}', expected two or more words parted by commas.");
            }

            foreach (var phrase in group)
            {
                first.TryAdd(phrase, group[0]);
                longest = Math.Max(longest, phrase.Count(letter => letter == ' ') + 1);
            }
        }

        return new Synonyms(first, longest);
    }

    /// <summary>The word that stands for a word or phrase: the first of its group, else itself.</summary>
    internal string FirstOf(string phrase) => Found(phrase) ?? phrase;

    internal bool Has(string phrase) => Found(phrase) is not null;

    // As written, else without the ending of a plural: websites, bakeries, Werkstätten are listed as one of them.
    string? Found(string phrase) =>
        _first.GetValueOrDefault(phrase)
        ?? (phrase.EndsWith("ies", StringComparison.Ordinal) ? _first.GetValueOrDefault(phrase[..^3] + 'y') : null)
        ?? (phrase.Length > 3 && phrase[^1] is 's' or 'n' ? _first.GetValueOrDefault(phrase[..^1]) : null)
        ?? (
            phrase.Length > 4
            && (phrase.EndsWith("en", StringComparison.Ordinal) || phrase.EndsWith("es", StringComparison.Ordinal))
                ? _first.GetValueOrDefault(phrase[..^2])
                : null
        );

    static Synonyms ReadDefault()
    {
        using var reader = new StreamReader(NetworkTables.OpenDefault("synonyms.txt"));
        return Read(reader);
    }
}
