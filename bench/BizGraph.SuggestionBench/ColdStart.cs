using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.SuggestionBench;

/// <summary>Businesses stripped of all ties: how often a true partner is among the ten suggested, beside ten at random and the ten nearest of the same industry.</summary>
static class ColdStart
{
    public static void Print(string name, NetworkSnapshot snapshot, ulong seeds)
    {
        var (ours, nearest, random, looked) = (0, 0, 0.0, 0);
        for (ulong seed = 1; seed <= seeds; seed++)
        {
            var draw = new Random((int)seed);
            var tied = Enumerable.Range(0, snapshot.NodeCount).Where(node => snapshot.Degrees[node] > 0).ToArray();
            draw.Shuffle(tied);
            BusinessId[] stripped =
            [
                .. tied.Take(Math.Max(1, Math.Min(200, tied.Length / 10))).Select(node => snapshot.BusinessOf(node).Id),
            ];
            var set = stripped.ToHashSet();
            var rest = new NetworkSnapshot(
                1,
                snapshot.Businesses,
                snapshot.Relationships.Where(tie => !set.Contains(tie.From) && !set.Contains(tie.To))
            );
            var model = SuggestionModel.Train(rest, new SuggestionOptions { Seed = seed });
            foreach (var id in stripped)
            {
                var partners = snapshot.RelationshipsOf(id).Select(tie => tie.From == id ? tie.To : tie.From).ToHashSet();
                var kinds = KindsOf(snapshot, id);
                var suggested = BusinessSuggestions.For(model, id, new SuggestionQuery { Count = 10, Kinds = kinds });
                ours += suggested.Any(suggestion => partners.Contains(suggestion.Whom.Id)) ? 1 : 0;
                nearest += Nearest(rest, id, draw).Any(partners.Contains) ? 1 : 0;
                random +=
                    1
                    - Enumerable
                        .Range(0, 10)
                        .Aggregate(
                            1.0,
                            (miss, step) =>
                                miss
                                * Math.Max(0, snapshot.NodeCount - 1 - partners.Count - step)
                                / (snapshot.NodeCount - 1 - step)
                        );
                looked++;
            }
        }

        Console.WriteLine(
            $"{name, -14}{looked, 6} businesses: ours {ours / (double)looked:F3}, nearest of the same industry {nearest / (double)looked:F3}, random {random / looked:F3}"
        );
    }

    // The kinds of tie that it really had, from its own side: what is asked is whom, not what for.
    static SuggestionKind[] KindsOf(NetworkSnapshot snapshot, BusinessId id) =>
        [
            .. SuggestionKinds.All.Where(kind =>
                snapshot
                    .RelationshipsOf(id)
                    .Any(tie =>
                        tie.Type == kind.TypeOfTie()
                        && (!tie.Key.IsDirected || (kind.StartsAtWhom() ? tie.To == id : tie.From == id))
                    )
            ),
        ];

    static IEnumerable<BusinessId> Nearest(NetworkSnapshot snapshot, BusinessId id, Random draw)
    {
        var own = snapshot.Find(id)!.Facts;
        return Enumerable
            .Range(0, snapshot.NodeCount)
            .Select(snapshot.BusinessOf)
            .Where(other => other.Id != id)
            .OrderByDescending(other =>
                own.Industry?.Code is { } code && other.Facts.Industry?.Code is { } its && its[..2] == code[..2]
            )
            .ThenBy(other => Distance(own.Place, other.Facts.Place))
            .ThenBy(_ => draw.Next()) // not by id: those of buyers come before those of suppliers
            .Take(10)
            .Select(other => other.Id);
    }

    static double Distance(Place? a, Place? b) =>
        a?.Latitude is null || b?.Latitude is null
            ? double.MaxValue
            : Math.Pow(a.Latitude.Value - b.Latitude.Value, 2)
                + Math.Pow((a.Longitude!.Value - b.Longitude!.Value) * Math.Cos(a.Latitude.Value * Math.PI / 180), 2);
}
