namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>How much two sorted sets have in common.</summary>
static class Trigrams
{
    /// <summary>Dice's coefficient, 0 to 1: twice the common pieces over all pieces. Time O(a + b).</summary>
    public static float Dice(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            var difference = a[i] - b[j];
            common += difference == 0 ? 1 : 0;
            i += difference <= 0 ? 1 : 0;
            j += difference >= 0 ? 1 : 0;
        }

        return a.Length + b.Length == 0 ? 0 : 2f * common / (a.Length + b.Length);
    }
}
