using System.Collections;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Real names first, then new ones of their words: each word that few names have gives way to another such word, or to an invented one.</summary>
sealed class MixedNames(Dice dice, IReadOnlyList<string> real) : IEnumerable<string>
{
    const string Vowels = "aaeeiiouy";
    const string Consonants = "bbccddffgghjkllmmnnpprrssttvwz";

    public IEnumerator<string> GetEnumerator()
    {
        var counts = real.SelectMany(name => name.Split(' ').Distinct()).CountBy(word => word).ToDictionary();
        var rare = counts
            .Where(count => count.Value <= 20 && count.Key.All(char.IsAsciiLetter) && count.Key.Length > 2)
            .Select(count => count.Key)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var seen = real.Select(KeyOf).ToHashSet();
        foreach (var name in real)
        {
            yield return name;
        }

        while (true)
        {
            var words = dice.Pick(real).Split(' ');
            var hasChanged = false;
            for (var at = 0; at < words.Length; at++)
            {
                if (counts[words[at]] <= 20)
                {
                    words[at] = dice.Happens(0.3) ? Invented() : dice.Pick(rare);
                    hasChanged = true;
                }
            }

            var mixed = string.Join(' ', words);
            if (hasChanged && seen.Add(KeyOf(mixed)))
            {
                yield return mixed;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // "A & B LLC" and "B and A Inc" would be no two businesses for certain.
    static string KeyOf(string name)
    {
        var words = new string([.. name.ToLowerInvariant().Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')]).Split(' ');
        return string.Concat(
            words.Where(word => word.Length > 1 && !DistinctNames.LeftOut.Contains(word)).Distinct().Order(StringComparer.Ordinal)
        );
    }

    string Invented()
    {
        var syllables = 2 + dice.Below(2);
        var word = string.Concat(
            Enumerable
                .Range(0, syllables)
                .Select(_ => $"{Consonants[dice.Below(Consonants.Length)]}{Vowels[dice.Below(Vowels.Length)]}")
        );
        return (dice.Happens(0.5) ? word + Consonants[dice.Below(Consonants.Length)] : word).ToUpperInvariant();
    }
}
