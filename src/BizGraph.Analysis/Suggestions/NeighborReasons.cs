using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Reasons that name third parties: whom both know, whom the suggested one is like, and who could introduce them.</summary>
sealed class NeighborReasons(SuggestionModel model, PairScan scan)
{
    const int Most = 5; // third parties named in one reason

    CsrGraph Network => model.Context.Network;

    /// <summary>Whom both buy from, whom both sell to, and other partners of both.</summary>
    public IEnumerable<SuggestionReason> Shared(RankedPair pair)
    {
        if (scan.Network.Common(pair.Whom) == 0)
        {
            yield break;
        }

        var supply = model.Context.Of(RelationshipType.Supplies).Graph;
        var suppliers = Both(supply.InNeighbors(pair.Of), supply.InNeighbors(pair.Whom));
        var customers = Both(supply.OutNeighbors(pair.Of), supply.OutNeighbors(pair.Whom));
        var partners = Both(Network.OutNeighbors(pair.Of), Network.OutNeighbors(pair.Whom));
        partners.RemoveAll(node => suppliers.Contains(node) || customers.Contains(node));
        (SuggestionReasonKind, List<int>)[] groups =
        [
            (SuggestionReasonKind.SharedSuppliers, suppliers),
            (SuggestionReasonKind.SharedCustomers, customers),
            (SuggestionReasonKind.SharedPartners, partners),
        ];
        foreach (var (kind, nodes) in groups.Where(group => group.Item2.Count > 0))
        {
            // Few ties say more: that both know the town's bank says little.
            int[] named = [.. nodes.OrderBy(Network.OutDegree).ThenBy(node => node).Take(Most)];
            yield return new SuggestionReason(kind)
            {
                Businesses = [.. named.Select(model.Snapshot.BusinessOf)],
                Count = nodes.Count,
                Discloses = [.. named.Select(node => Tie(node, pair.Whom))],
            };
        }
    }

    /// <summary>Those with such a tie to the asking one that the suggested one shares a partner of the type with.</summary>
    public IEnumerable<SuggestionReason> LikePartners(RankedPair pair)
    {
        if (scan.TypedThreeSteps(pair.Whom) == 0)
        {
            yield break;
        }

        // Along the type as the asking one has it: of → partner ← other ← whom, or all of it turned round.
        var graph = model.Context.Of(pair.Kind.TypeOfTie()).Graph;
        graph = pair.Kind.StartsAtWhom() ? graph.Reversed() : graph;
        var (like, disclosed) = (new List<int>(), new List<DisclosedTie>());
        foreach (var partner in graph.OutNeighbors(pair.Of))
        {
            var between = Both(graph.InNeighbors(partner), graph.InNeighbors(pair.Whom));
            between.Remove(pair.Of);
            if (partner != pair.Whom && between.Count > 0)
            {
                like.Add(partner);
                if (like.Count <= Most)
                {
                    disclosed.Add(Tie(partner, between[0]));
                    disclosed.Add(Tie(between[0], pair.Whom));
                }
            }
        }

        if (like.Count > 0)
        {
            yield return new SuggestionReason(SuggestionReasonKind.LikePartners)
            {
                Businesses = [.. like.Take(Most).Select(model.Snapshot.BusinessOf)],
                Count = like.Count,
                Discloses = [.. disclosed.Distinct()],
            };
        }
    }

    /// <summary>The shortest chain of at most two who could introduce them; of several the one whose weakest tie is strongest, then by id.</summary>
    public IEnumerable<SuggestionReason> Introduction(RankedPair pair)
    {
        if (Network.HasEdge(pair.Of, pair.Whom) || Chain(pair) is not { } chain)
        {
            yield break;
        }

        yield return new SuggestionReason(SuggestionReasonKind.Introduction)
        {
            Businesses = [.. chain.Select(model.Snapshot.BusinessOf)],
            Count = chain.Length,
            Discloses = [.. chain.Zip([.. chain.Skip(1), pair.Whom], Tie)],
        };
    }

    int[]? Chain(RankedPair pair)
    {
        var trust = model.Snapshot.Graph(GraphView.Default with { IsWeighted = true });
        (double Trust, int First, int Second)? best = null;
        foreach (var last in Network.OutNeighbors(pair.Whom))
        {
            if (Network.HasEdge(pair.Of, last))
            {
                Consider(Math.Min(trust.WeightOf(pair.Of, last), trust.WeightOf(last, pair.Whom)), last, -1);
            }
        }

        if (best is null && scan.Network.ThreeSteps(pair.Whom) > 0)
        {
            foreach (var last in Network.OutNeighbors(pair.Whom))
            {
                if (scan.Network.Common(last) > 0)
                {
                    foreach (var first in Both(Network.OutNeighbors(pair.Of), Network.OutNeighbors(last)))
                    {
                        Consider(
                            Math.Min(
                                Math.Min(trust.WeightOf(pair.Of, first), trust.WeightOf(first, last)),
                                trust.WeightOf(last, pair.Whom)
                            ),
                            first,
                            last
                        );
                    }
                }
            }
        }

        return best is null ? null
            : best.Value.Second < 0 ? [best.Value.First]
            : [best.Value.First, best.Value.Second];

        void Consider(double weakest, int first, int second)
        {
            if (best is null || weakest > best.Value.Trust)
            {
                best = (weakest, first, second);
            }
        }
    }

    DisclosedTie Tie(int one, int other) => new(model.Snapshot.BusinessOf(one).Id, model.Snapshot.BusinessOf(other).Id);

    // Both spans are sorted.
    static List<int> Both(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var both = new List<int>();
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            if (a[i] == b[j])
            {
                both.Add(a[i]);
            }

            (i, j) = a[i] <= b[j] ? (i + 1, a[i] == b[j] ? j + 1 : j) : (i, j + 1);
        }

        return both;
    }
}
