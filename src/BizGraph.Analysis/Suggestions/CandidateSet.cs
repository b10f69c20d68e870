namespace BizGraph.Analysis.Suggestions;

/// <summary>Businesses to look at, each with the kinds of suggestion that it was found for.</summary>
sealed class CandidateSet
{
    readonly Dictionary<int, uint> _kindsOf = []; // bit k: the kind of number k

    /// <summary>All kinds of suggestion.</summary>
    public static uint AllKinds { get; } = Bits([.. SuggestionKinds.All]);

    public static uint Bits(params ReadOnlySpan<SuggestionKind> kinds)
    {
        var bits = 0u;
        foreach (var kind in kinds)
        {
            bits |= 1u << (int)kind;
        }

        return bits;
    }

    public void Add(int node, uint kinds) => _kindsOf[node] = _kindsOf.GetValueOrDefault(node) | kinds;

    public bool Has(int node) => _kindsOf.ContainsKey(node);

    /// <summary>In the order of the nodes, without one of them.</summary>
    public Candidate[] Without(int node) =>
        [
            .. _kindsOf
                .Where(found => found.Key != node)
                .OrderBy(found => found.Key)
                .Select(found => new Candidate(found.Key, found.Value)),
        ];
}

/// <summary>A business to look at, and the kinds that it was found for.</summary>
readonly record struct Candidate(int Node, uint Kinds)
{
    public bool IsFor(SuggestionKind kind) => (Kinds & (1u << (int)kind)) != 0;
}
