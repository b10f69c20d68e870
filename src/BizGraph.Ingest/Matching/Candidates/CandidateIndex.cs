using BizGraph.Model;

namespace BizGraph.Ingest.Matching.Candidates;

/// <summary>Finds the pairs worth comparing, without comparing all.</summary>
/// <remarks>
/// An inverted index from keys to entries. A key that more than <see cref="LargestBlock"/> entries have is passed over (their other keys find them), and each entry
/// keeps the <see cref="MostPartners"/> that share the most, weighed by rarity: time and memory grow with the number of entries, times the keys
/// of a name. Entries with the same name stand together in one order and meet their next neighbors, however many there are.
/// </remarks>
static class CandidateIndex
{
    const int LargestBlock = 150;
    const int MostPartners = 30;
    const int Neighbors = 3;

    /// <summary>The pairs as (smaller index &lt;&lt; 32 | larger index), distinct, in order.</summary>
    /// <param name="data">The entries.</param>
    /// <param name="arrived">The entries that a pair must have one of; null for all pairs.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ulong[] Find(Preparation data, IReadOnlySet<BusinessId>? arrived, CancellationToken cancellation)
    {
        var isAsked = Array.ConvertAll(data.Entries, entry => arrived?.Contains(entry.Entry.Id) ?? true);
        var blocks = Blocks.Build(data, LargestBlock, cancellation);
        var pairs = new List<ulong>(data.Entries.Length * 8);
        var shared = new int[data.Entries.Length];
        var touched = new List<int>();
        var ranked = new List<(int Shared, int Entry)>();
        for (var entry = 0; entry < data.Entries.Length; entry++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!isAsked[entry])
            {
                continue;
            }

            Gather(entry, blocks, shared, touched);
            ranked.Clear();
            foreach (var other in touched)
            {
                ranked.Add((-shared[other], other));
                shared[other] = 0;
            }

            touched.Clear();
            ranked.Sort();
            for (var rank = 0; rank < Math.Min(MostPartners, ranked.Count); rank++)
            {
                pairs.Add(PairOf(entry, ranked[rank].Entry));
            }
        }

        AddNamesakes(data, isAsked, pairs);
        pairs.Sort();
        return [.. Distinct(pairs)];
    }

    static void Gather(int entry, Blocks blocks, int[] shared, List<int> touched)
    {
        foreach (var block in blocks.Of(entry))
        {
            var worth = blocks.WorthOf(block);
            foreach (var other in blocks.Members(block))
            {
                if (other != entry)
                {
                    if (shared[other] == 0)
                    {
                        touched.Add(other);
                    }

                    shared[other] += worth;
                }
            }
        }
    }

    static void AddNamesakes(Preparation data, bool[] isAsked, List<ulong> pairs)
    {
        var entries = data.Entries;
        var order = Enumerable
            .Range(0, entries.Length)
            .Where(at => entries[at].Names.Length > 0)
            .OrderBy(at => entries[at].Names[0].Squeezed, StringComparer.Ordinal)
            .ThenBy(at => entries[at].Address?.Key, StringComparer.Ordinal)
            .ThenBy(at => entries[at].Phones.FirstOrDefault(), StringComparer.Ordinal)
            .ThenBy(at => entries[at].PostalCode, StringComparer.Ordinal)
            .ThenBy(at => at)
            .ToArray();
        for (var at = 0; at < order.Length; at++)
        {
            for (var next = at + 1; next <= at + Neighbors && next < order.Length; next++)
            {
                var areAsked = isAsked[order[at]] || isAsked[order[next]];
                if (areAsked && entries[order[at]].Names[0].Squeezed == entries[order[next]].Names[0].Squeezed)
                {
                    pairs.Add(PairOf(order[at], order[next]));
                }
            }
        }
    }

    static ulong PairOf(int a, int b) => a < b ? ((ulong)a << 32) | (uint)b : ((ulong)b << 32) | (uint)a;

    static IEnumerable<ulong> Distinct(List<ulong> sorted)
    {
        for (var at = 0; at < sorted.Count; at++)
        {
            if (at == 0 || sorted[at] != sorted[at - 1])
            {
                yield return sorted[at];
            }
        }
    }
}
