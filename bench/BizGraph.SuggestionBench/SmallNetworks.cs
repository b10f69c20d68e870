using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.SuggestionBench;

/// <summary>Networks with few ties, drawn out of larger ones: the blend set by hand beside the learned ranking and the best single baseline.</summary>
static class SmallNetworks
{
    const int Draws = 12;

    static readonly int[] Sizes = [25, 40, 60, 100];

    public static void Print(string name, Func<int, NetworkSnapshot> draw, RelationshipType type)
    {
        foreach (var size in Sizes)
        {
            var (blend, learned, best) = (new List<double>(), new List<double>(), new List<TypeQuality>());
            for (var seed = 1; seed <= Draws; seed++)
            {
                var small = Part(draw(seed), type, size, seed);
                blend.AddRange(Measure(small, type, seed, int.MaxValue).Select(quality => quality.Ours.AucPr));
                var quality = Measure(small, type, seed, 1);
                learned.AddRange(quality.Select(of => of.Ours.AucPr));
                best.AddRange(quality);
            }

            // The one baseline that is best over all draws, not the luckiest of each.
            var alone = best.SelectMany(of => of.Baselines)
                .GroupBy(figure => figure.Name)
                .Select(figures => (figures.Key, AucPr: figures.Average(figure => figure.AucPr)))
                .MaxBy(figures => figures.AucPr);
            Console.WriteLine(
                $"{name, -14}{type, -10}{size, 5} ties: blend {blend.Average():F3}, learned {learned.Average():F3} (better in {learned.Zip(blend).Count(pair => pair.First > pair.Second)} of {blend.Count}), best alone {alone.AucPr:F3} {alone.Key}"
            );
        }
    }

    static IEnumerable<TypeQuality> Measure(NetworkSnapshot small, RelationshipType type, int seed, int leastTies) =>
        SuggestionQuality
            .Measure(small, new SuggestionOptions { Seed = (ulong)seed, LeastTies = leastTies })
            .Where(quality => quality.Type == type);

    // So many ties of the type, as large a share of the others, the businesses at their ends and a quarter as many without a tie.
    static NetworkSnapshot Part(NetworkSnapshot whole, RelationshipType type, int size, int seed)
    {
        var random = new Random(seed);
        var share = size / (double)whole.Relationships.Count(tie => tie.Type == type);
        var ofType = whole.Relationships.Where(tie => tie.Type == type).ToArray();
        random.Shuffle(ofType);
        var ties = ofType
            .Take(size)
            .Concat(whole.Relationships.Where(tie => tie.Type != type && random.NextDouble() < share))
            .ToArray();
        var kept = ties.SelectMany(tie => new[] { tie.From, tie.To }).ToHashSet();
        var others = whole.Businesses.Select(business => business.Id).Where(id => !kept.Contains(id)).ToArray();
        random.Shuffle(others);
        kept.UnionWith(others.Take(kept.Count / 4));
        return new NetworkSnapshot(1, whole.Businesses.Where(business => kept.Contains(business.Id)), ties);
    }
}
