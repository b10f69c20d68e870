namespace BizGraph.Analysis.Suggestions;

/// <summary>Businesses to look at, each with the kinds of suggestion that it was found for. Not for several threads.</summary>
sealed class CandidateSet(int nodeCount)
{
    readonly uint[] _kindsOf = new uint[nodeCount]; // bit k: the kind of number k
    readonly List<int> _found = [];

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

    public void Add(int node, uint kinds)
    {
        if (_kindsOf[node] == 0)
        {
            _found.Add(node);
        }

        _kindsOf[node] |= kinds;
    }

    public bool Has(int node) => _kindsOf[node] != 0;

    /// <summary>Empties the set: what it held but for one node, in the order of the nodes.</summary>
    public Candidate[] TakeWithout(int node)
    {
        _found.Sort();
        var taken = new Candidate[_found.Count - (Has(node) ? 1 : 0)];
        var count = 0;
        foreach (var found in _found)
        {
            if (found != node)
            {
                taken[count++] = new Candidate(found, _kindsOf[found]);
            }

            _kindsOf[found] = 0;
        }

        _found.Clear();
        return taken;
    }
}

/// <summary>A business to look at, and the kinds that it was found for.</summary>
readonly record struct Candidate(int Node, uint Kinds)
{
    public bool IsFor(SuggestionKind kind) => (Kinds & (1u << (int)kind)) != 0;
}
