namespace BizGraph.Ingest.Matching.Words;

/// <summary>How alike two different words are, 0 to 1: a typo, an abbreviation, an initial.</summary>
static class WordLikeness
{
    const float Abbreviation = 0.85f;
    const float Initial = 0.5f;
    const int Longest = 32;

    /// <summary>The likeness of two words. Time O(a · b).</summary>
    public static float Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b))
        {
            return 1;
        }

        if (char.IsAsciiDigit(a[0]) || char.IsAsciiDigit(b[0]))
        {
            return 0; // 2 and 3 are not nearly the same number
        }

        var shorter = a.Length <= b.Length ? a : b;
        var longer = a.Length <= b.Length ? b : a;
        if (shorter.Length <= 1)
        {
            return longer[0] == shorter[0] ? Initial : 0;
        }

        return Math.Max(IsAbbreviation(shorter, longer) ? Abbreviation : 0, OfTypos(shorter, longer));
    }

    // "assoc" of "association", "mgmt" of "management": the letters in order, the first the same; a prefix of three or more, or the last the same.
    static bool IsAbbreviation(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        if (shorter[0] != longer[0] || longer.Length < shorter.Length + 2)
        {
            return false;
        }

        if (longer.StartsWith(shorter) && shorter.Length >= 3)
        {
            return true;
        }

        var at = 0;
        foreach (var letter in longer)
        {
            at += at < shorter.Length && letter == shorter[at] ? 1 : 0;
        }

        return at == shorter.Length
            && shorter[^1] == longer[^1]
            && (shorter.Length < 5 || longer.Length > shorter.Length + 2)
            && !HasVowels(shorter);
    }

    static bool HasVowels(ReadOnlySpan<char> word) => word[1..].IndexOfAny("aeiou") >= 0;

    // One slip in four to six letters, two in more, three in very long words.
    static float OfTypos(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var allowed =
            longer.Length <= 3 ? 0
            : longer.Length <= 6 ? 1
            : longer.Length <= 11 ? 2
            : 3;
        if (longer.Length - shorter.Length > allowed)
        {
            return 0;
        }

        var slips = Distance(shorter, longer, allowed);
        return slips > allowed ? 0 : 1 - slips * 1.1f / longer.Length;
    }

    /// <summary>Insertions, deletions, exchanges and swaps of neighbors (optimal string alignment), or more than <paramref name="limit"/>.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || Math.Max(a.Length, b.Length) > Longest)
        {
            return limit + 1;
        }

        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        var before = rows[..(Longest + 1)];
        var above = rows.Slice(Longest + 1, Longest + 1);
        var current = rows[(2 * (Longest + 1))..];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(above[j], current[j - 1]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = above;
            above = current;
            current = spare;
        }

        return above[b.Length];
    }
}
