using System.Globalization;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Writes a business name as someone else may have written it.</summary>
sealed class NameCorruptor(Dice dice, NameErrors errors, IReadOnlyList<string> townWords)
{
    public string Corrupt(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        ChangeForm(words);
        ChangeAmpersand(words);
        ChangeArticle(words);
        if (words.Count >= 3 && words.All(word => char.IsAsciiLetter(word[0])) && dice.Happens(errors.Acronym))
        {
            return string.Concat(words.Where(word => !IsForm(word)).Select(word => char.ToUpperInvariant(word[0])));
        }

        Abbreviate(words);
        ChangeWords(words);
        for (var typo = 0; typo < 2; typo++)
        {
            if (dice.Happens(typo == 0 ? errors.Typo : errors.SecondTypo))
            {
                Mistype(words);
            }
        }

        var text = string.Join(' ', words);
        text = dice.Happens(errors.Punctuation) ? ChangePunctuation(text) : text;
        text = dice.Happens(errors.Truncated) && text.Length > 20 ? text[..(16 + dice.Below(text.Length - 18))].TrimEnd() : text;
        text = dice.Happens(errors.TradingAs) ? $"{Invented()} Ltd t/a {text}" : text;
        return dice.Happens(errors.LetterCase) ? ChangeCase(text) : text;
    }

    /// <summary>One slip of a finger in one word of four letters or more: a letter left out, doubled, exchanged for a neighbor's, or two swapped.</summary>
    public void Mistype(List<string> words)
    {
        var long_ = Enumerable
            .Range(0, words.Count)
            .Where(at => words[at].Length >= 4 && words[at].Any(char.IsAsciiLetter))
            .ToArray();
        if (long_.Length == 0)
        {
            return;
        }

        var chosen = dice.Pick(long_);
        var word = words[chosen];
        // A first letter is seldom mistyped.
        var at = dice.Happens(0.1) ? 0 : 1 + dice.Below(word.Length - 2);
        words[chosen] = dice.Below(5) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => word.Remove(at, 1).Insert(at, Beside(word[at]).ToString()),
            3 => word.Insert(at, Beside(word[at]).ToString()),
            _ => word.Remove(at, 2).Insert(at, $"{word[at + 1]}{word[at]}"),
        };
    }

    void ChangeForm(List<string> words)
    {
        if (!dice.Happens(errors.LegalForm))
        {
            return;
        }

        if (words.Count > 1 && IsForm(words[^1]))
        {
            var spellings = Spellings.LegalForms.FirstOrDefault(list => list.Contains(words[^1].ToLowerInvariant()));
            if (spellings is null || dice.Happens(0.5))
            {
                words.RemoveAt(words.Count - 1);
            }
            else
            {
                words[^1] = dice.Pick(spellings);
            }
        }
        else
        {
            words.Add(dice.Pick(Spellings.Forms));
        }
    }

    void ChangeAmpersand(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at] is "&" or "and" or "AND" or "And" && dice.Happens(errors.Ampersand))
            {
                words[at] = words[at] == "&" ? "and" : "&";
            }
        }
    }

    void ChangeArticle(List<string> words)
    {
        if (dice.Happens(errors.Article))
        {
            if (words.Count > 1 && words[0].Equals("the", StringComparison.OrdinalIgnoreCase))
            {
                words.RemoveAt(0);
            }
            else
            {
                words.Insert(0, "The");
            }
        }
    }

    void Abbreviate(List<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var lower = words[at].ToLowerInvariant();
            var known = Array.FindIndex(Spellings.Abbreviations, pair => pair.Long == lower || pair.Short == lower);
            if (known >= 0 && dice.Happens(2 * errors.Abbreviation))
            {
                words[at] =
                    Spellings.Abbreviations[known].Long == lower
                        ? Spellings.Abbreviations[known].Short
                        : Spellings.Abbreviations[known].Long;
            }
            else if (lower.Length >= 7 && dice.Happens(errors.Abbreviation / 4))
            {
                words[at] = dice.Happens(0.5)
                    ? words[at][..(3 + dice.Below(3))]
                    : words[at][0] + string.Concat(words[at][1..].Where(c => !"aeiouAEIOU".Contains(c)));
            }
            else if (at == 0 && words.Count > 2 && lower.Length >= 4 && dice.Happens(errors.Abbreviation / 4))
            {
                words[at] = words[at][..1];
            }
        }
    }

    void ChangeWords(List<string> words)
    {
        if (words.Count >= 3 && dice.Happens(errors.DroppedWord))
        {
            // What is left out is mostly what stands last.
            words.RemoveAt(dice.Happens(0.7) ? words.Count - 1 : dice.Below(words.Count));
        }

        if (dice.Happens(errors.AddedWord))
        {
            words.Add(dice.Happens(0.5) ? dice.Pick(townWords) : dice.Pick(Spellings.Additions));
        }

        if (words.Count >= 2 && dice.Happens(errors.SwappedWords))
        {
            var at = dice.Below(words.Count - 1);
            (words[at], words[at + 1]) = (words[at + 1], words[at]);
        }

        if (words.Count >= 2 && dice.Happens(errors.JoinedWords))
        {
            var at = dice.Below(words.Count - 1);
            words[at] += words[at + 1];
            words.RemoveAt(at + 1);
        }
    }

    string ChangePunctuation(string text) =>
        dice.Below(4) switch
        {
            0 => text.Replace("'", string.Empty, StringComparison.Ordinal),
            1 => text.Replace('-', ' ').Replace(".", string.Empty, StringComparison.Ordinal),
            2 => text + ".",
            _ => text.Replace(" & ", "&", StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
        };

    string ChangeCase(string text) =>
        dice.Below(3) switch
        {
            0 => text.ToUpperInvariant(),
            1 => text.ToLowerInvariant(),
            _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()),
        };

    string Invented()
    {
        const string Vowels = "aeiou";
        const string Consonants = "bdfgklmnprstvz";
        var word = string.Concat(
            Enumerable.Range(0, 3).Select(_ => $"{dice.Pick(Consonants.ToCharArray())}{dice.Pick(Vowels.ToCharArray())}")
        );
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    char Beside(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var row = Spellings.Keyboard.FirstOrDefault(keys => keys.Contains(lower));
        if (row is null)
        {
            return 'e';
        }

        var at = row.IndexOf(lower);
        return row[
            at == 0 ? 1
            : at == row.Length - 1 || dice.Happens(0.5) ? at - 1
            : at + 1
        ];
    }

    static bool IsForm(string word) => Spellings.Forms.Contains(word.ToLowerInvariant());
}
