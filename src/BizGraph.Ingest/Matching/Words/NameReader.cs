namespace BizGraph.Ingest.Matching.Words;

/// <summary>Reads names into the form in which they are compared.</summary>
sealed class NameReader(Lexicon lexicon)
{
    const int MostWords = 16;
    const string CareOf = " c/o ";

    static readonly string[] TradingAs =
    [
        " t/a ",
        " t/as ",
        " ta/ ",
        " d/b/a ",
        " dba ",
        " d.b.a. ",
        " trading as ",
        " doing business as ",
        " formerly ",
        " aka ",
        " a/k/a ",
        CareOf,
    ];

    /// <summary>The names in a text: all of it, and its parts: before and after "trading as", before "c/o", without brackets.</summary>
    public static IEnumerable<(string Text, bool IsPart)> Variants(string text)
    {
        if (text.Length > 300)
        {
            text = text[..300];
        }

        yield return (text, false);
        foreach (var mark in TradingAs)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                yield return (text[..at], true);
                yield return (mark == CareOf ? string.Empty : text[(at + mark.Length)..], true);
            }
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open > 2 && close > open + 4)
        {
            yield return (text[..open] + text[(close + 1)..], true);
        }
    }

    /// <summary>The form of one name, or null where it has neither letter nor digit.</summary>
    public NameForm? Read((string Text, bool IsPart) name)
    {
        var written = Lettering.Split(name.Text);
        JoinInitials(written);
        var kept = new List<string>();
        string? legalForm = null;
        foreach (var word in written)
        {
            if (LegalForms.Of(word) is { } form && (kept.Count > 0 || written.Count > 2))
            {
                legalForm = legalForm is null or "co" ? form : legalForm;
            }
            else if (!NameWords.IsFiller(word))
            {
                kept.Add(word);
            }
        }

        if (kept.Count == 0)
        {
            kept.AddRange(written.Where(word => word is not ("&" or "#")));
        }

        return kept.Count == 0 ? null : Form(Cut(kept, ref legalForm), legalForm, name);
    }

    NameForm Form(List<string> words, string? legalForm, (string Text, bool IsPart) name)
    {
        var canonical = words.Take(MostWords).Select(Canonical).ToList();
        var squeezed = string.Concat(canonical);
        return new NameForm
        {
            Words = [.. canonical.Select(lexicon.NumberOf)],
            Squeezed = squeezed,
            Numbers = Marks(canonical, word => char.IsAsciiDigit(word[0])),
            Generations = Marks(canonical, NameWords.IsGeneration),
            Sides = Marks(canonical, NameWords.IsSide),
            LegalForm = legalForm,
            IsPart = name.IsPart,
            IsList = IsList(name.Text),
            Initials = string.Concat(words.Take(MostWords).Select(word => word[0])),
            Trigrams = TrigramsOf(squeezed),
        };
    }

    static string[] Marks(IEnumerable<string> words, Func<string, bool> isMark) =>
        [.. words.Where(isMark).Distinct().Order(StringComparer.Ordinal)];

    // A legal form before a comma or semicolon closes a name, and another follows: "Hill Ltd, Brook". "Hill, Brook & Co" is one.
    static bool IsList(string text)
    {
        var parts = text.Split([',', ';']);
        return parts[..^1].Any(part => Lettering.Split(part) is { Count: > 1 } words && LegalForms.Of(words[^1]) is not null)
            && Lettering.Split(parts[^1]).Exists(word => LegalForms.Of(word) is null);
    }

    // "SERVICESLLC": a column's width glued the form to the last word; only where the rest is a word that others have.
    List<string> Cut(List<string> words, ref string? legalForm)
    {
        if (legalForm is null && LegalForms.Unglue(words[^1]) is var (word, form) && lexicon.Knows(Canonical(word)))
        {
            words[^1] = word;
            legalForm = form;
        }

        return words;
    }

    static string Canonical(string word)
    {
        var canonical = NameWords.Canonical(word);
        return canonical.Length > 1 && canonical[0] == '0' ? canonical.TrimStart('0').PadLeft(1, '0') : canonical;
    }

    // "J P Morgan" is "JP Morgan".
    static void JoinInitials(List<string> words)
    {
        var isRun = false; // whether the word at the right is a run of initials
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var isInitial = words[at].Length == 1 && char.IsAsciiLetter(words[at][0]);
            if (isInitial && isRun)
            {
                words[at] += words[at + 1];
                words.RemoveAt(at + 1);
            }

            isRun = isInitial;
        }
    }

    static ushort[] TrigramsOf(string text)
    {
        var padded = "^" + text + "$";
        var pieces = new ushort[Math.Max(0, padded.Length - 2)];
        for (var at = 0; at < pieces.Length; at++)
        {
            pieces[at] = (ushort)(((padded[at] * 31 + padded[at + 1]) * 31 + padded[at + 2]) * 40503 >> 7);
        }

        Array.Sort(pieces);
        return [.. pieces.Distinct()];
    }
}
