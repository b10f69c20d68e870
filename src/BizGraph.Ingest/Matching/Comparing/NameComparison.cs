using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>Compares two names word by word: each word with the likest of the other name, weighed by rarity.</summary>
/// <remarks>Soft TF-IDF after Cohen, Ravikumar and Fienberg (2003), with what is left over on each side kept apart: "Town Bakery" and
/// "Town Butchers" share a common word and each has one of its own. Time O(words²), each bounded.</remarks>
sealed class NameComparison(Lexicon lexicon)
{
    const float LeastLikeness = 0.5f;
    const int MostWords = 16;

    // By pairs of words: a long would hash to the exclusive or of its halves, the same for many neighboring pairs.
    readonly Dictionary<(int, int), float> _likenesses = [];

    /// <summary>Writes the features of two names.</summary>
    public void Compare(NameForm a, NameForm b, Span<float> features)
    {
        Span<int> partnerOfA = stackalloc int[MostWords];
        Span<int> partnerOfB = stackalloc int[MostWords];
        Span<float> likenessOfA = stackalloc float[MostWords];
        Span<float> likenessOfB = stackalloc float[MostWords];
        Align(a.Words, b.Words, partnerOfA, partnerOfB, likenessOfA);
        for (var j = 0; j < b.Words.Length; j++)
        {
            likenessOfB[j] = partnerOfB[j] < 0 ? 0 : likenessOfA[partnerOfB[j]];
        }

        AlignJoined(a, b, likenessOfA, likenessOfB);
        AlignJoined(b, a, likenessOfB, likenessOfA);
        Weigh(a, b, partnerOfA, likenessOfA, likenessOfB, features);
        CompareWhole(a, b, features);
        CompareMarks(a, b, features);
    }

    // Greedy: the likest words first, earlier words first among equals; exact ones are the likest.
    void Align(int[] a, int[] b, Span<int> partnerOfA, Span<int> partnerOfB, Span<float> likenessOfA)
    {
        Span<float> likenesses = stackalloc float[a.Length * b.Length];
        partnerOfA.Fill(-1);
        partnerOfB.Fill(-1);
        for (var at = 0; at < likenesses.Length; at++)
        {
            likenesses[at] = LikenessOf(a[at / b.Length], b[at % b.Length]);
        }

        for (var round = Math.Min(a.Length, b.Length); round > 0; round--)
        {
            var best = -1;
            for (var at = 0; at < likenesses.Length; at++)
            {
                var isFree = partnerOfA[at / b.Length] < 0 && partnerOfB[at % b.Length] < 0;
                if (isFree && likenesses[at] >= LeastLikeness && (best < 0 || likenesses[at] > likenesses[best]))
                {
                    best = at;
                }
            }

            if (best < 0)
            {
                return;
            }

            partnerOfA[best / b.Length] = best % b.Length;
            partnerOfB[best % b.Length] = best / b.Length;
            likenessOfA[best / b.Length] = likenesses[best];
        }
    }

    // "home base" is "homebase": two neighbors without a partner that together are a word of the other name.
    void AlignJoined(NameForm parts, NameForm whole, Span<float> likenessOfParts, Span<float> likenessOfWhole)
    {
        for (var i = 0; i + 1 < parts.Words.Length; i++)
        {
            if (likenessOfParts[i] >= 0.9f && likenessOfParts[i + 1] >= 0.9f)
            {
                continue;
            }

            var first = lexicon[parts.Words[i]];
            var second = lexicon[parts.Words[i + 1]];
            for (var j = 0; j < whole.Words.Length; j++)
            {
                var word = lexicon[whole.Words[j]];
                if (
                    likenessOfWhole[j] < 0.95f
                    && word.Length == first.Length + second.Length
                    && word.StartsWith(first, StringComparison.Ordinal)
                    && word.EndsWith(second, StringComparison.Ordinal)
                )
                {
                    likenessOfParts[i] = likenessOfParts[i + 1] = likenessOfWhole[j] = 0.97f;
                }
            }
        }
    }

    void Weigh(
        NameForm a,
        NameForm b,
        ReadOnlySpan<int> partnerOfA,
        ReadOnlySpan<float> likenessOfA,
        ReadOnlySpan<float> likenessOfB,
        Span<float> features
    )
    {
        var left = Sum(a.Words, likenessOfA);
        var right = Sum(b.Words, likenessOfB);
        var known = 0f;
        for (var i = 0; i < a.Words.Length; i++)
        {
            if (likenessOfA[i] is > 0 and < 0.97f && partnerOfA[i] >= 0 && likenessOfB[partnerOfA[i]] < 0.97f)
            {
                var (one, other) = (a.Words[i], b.Words[partnerOfA[i]]);
                // Two words that several names have are rather two words than one and a slip.
                var areKnown = likenessOfA[i] > 0.5f && lexicon.CountOf(one) > 1 && lexicon.CountOf(other) > 1;
                known += areKnown ? Math.Min(lexicon.RarityOf(one), lexicon.RarityOf(other)) : 0;
            }
        }

        var shared = Math.Min(left.Shared, right.Shared);
        var cosine = (float)(Math.Sqrt(left.SharedSquares * right.SharedSquares) / Math.Sqrt(left.Squares * right.Squares));
        features[(int)Feature.NamesCompared] = 1;
        features[(int)Feature.NameCosine] = cosine;
        features[(int)Feature.NameShared] = Math.Min(3, shared) / 3;
        features[(int)Feature.NameUnsharedBoth] = Math.Min(1.5f, Math.Min(left.Unshared, right.Unshared));
        features[(int)Feature.NameUnsharedOne] = Math.Min(2, Math.Max(left.Unshared, right.Unshared));
        features[(int)Feature.NameKnownWords] = Math.Min(1.5f, known);
        features[(int)Feature.NameFirstWord] =
            likenessOfA[0] > 0 && likenessOfB[0] > 0 ? Math.Min(likenessOfA[0], likenessOfB[0]) : 0;
    }

    Share Sum(int[] words, ReadOnlySpan<float> likenesses)
    {
        var sum = default(Share);
        for (var i = 0; i < words.Length; i++)
        {
            var rarity = lexicon.RarityOf(words[i]);
            sum.Total += rarity;
            sum.Squares += rarity * rarity;
            sum.Shared += rarity * likenesses[i];
            sum.SharedSquares += rarity * rarity * likenesses[i];
            sum.Unshared += likenesses[i] > 0 ? 0 : rarity;
        }

        return sum;
    }

    static void CompareWhole(NameForm a, NameForm b, Span<float> features)
    {
        if (a.Squeezed == b.Squeezed)
        {
            features[(int)Feature.NameSqueezed] = features[(int)Feature.NameTrigrams] = 1;
            return;
        }

        features[(int)Feature.NameTrigrams] = Trigrams.Dice(a.Trigrams, b.Trigrams);
        features[(int)Feature.NameAcronym] = Math.Max(AcronymShare(a, b), AcronymShare(b, a));
    }

    // "UCLH" of "University College London Hospitals". Three letters are the initials of many, five of hardly another.
    static float AcronymShare(NameForm letters, NameForm words)
    {
        var isAcronym =
            letters.Words.Length == 1
            && letters.Squeezed.Length is >= 3 and <= 6
            && words.Initials == letters.Squeezed
            && !words.Squeezed.StartsWith(letters.Squeezed, StringComparison.Ordinal);
        return isAcronym ? Math.Min(1, (letters.Squeezed.Length - 1) / 4f) : 0;
    }

    static void CompareMarks(NameForm a, NameForm b, Span<float> features)
    {
        var shared = a.Numbers.Intersect(b.Numbers, StringComparer.Ordinal).Count();
        var (left, right) = (a.Numbers.Length - shared, b.Numbers.Length - shared);
        features[(int)Feature.NumberSame] = shared > 0 && left + right == 0 ? 1 : 0;
        features[(int)Feature.NumberDiffers] = left > 0 && right > 0 ? 1 : 0;
        features[(int)Feature.NumberOneSided] = left > 0 != right > 0 ? 1 : 0;
        features[(int)Feature.DistinctionDiffers] = DistinctionOf(a, b);
        var areForms = a.LegalForm is not null && b.LegalForm is not null;
        features[(int)Feature.LegalFormSame] = areForms && a.LegalForm == b.LegalForm ? 1 : 0;
        features[(int)Feature.LegalFormDiffers] =
            areForms && a.LegalForm != b.LegalForm && a.LegalForm != "co" && b.LegalForm != "co" ? 1 : 0;
    }

    static float DistinctionOf(NameForm a, NameForm b) =>
        (a.IsList || b.IsList) && a.Squeezed != b.Squeezed ? 2
        : !a.Generations.AsSpan().SequenceEqual(b.Generations) ? 1
        : a.Sides.AsSpan().SequenceEqual(b.Sides) ? 0
        : a.Sides.Length > 0 && b.Sides.Length > 0 ? 1
        : 0.3f;

    float LikenessOf(int a, int b)
    {
        if (a == b)
        {
            return 1;
        }

        if (!lexicon.MayBeAlike(a, b))
        {
            return 0;
        }

        var key = a < b ? (a, b) : (b, a);
        if (!_likenesses.TryGetValue(key, out var likeness))
        {
            likeness = WordLikeness.Of(lexicon[a], lexicon[b]);
            if (_likenesses.Count < 2_000_000)
            {
                _likenesses.Add(key, likeness);
            }
        }

        return likeness;
    }

    struct Share
    {
        public float Total;
        public float Squares;
        public float Shared;
        public float SharedSquares;
        public float Unshared;
    }
}
