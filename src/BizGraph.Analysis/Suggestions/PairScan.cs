using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What lies around one node: who is two and three ties away, over all types and along one, and whose offers and needs meet its own.</summary>
/// <remarks>Each neighbor adds its share to those behind it, in arrays that are cleared in the time they took to fill. Not for several threads.</remarks>
sealed class PairScan(TieContext context)
{
    CsrGraph _typed = context.Network;

    public TieContext Context => context;

    public int Node { get; private set; } = -1;

    public bool IsFrom { get; private set; }

    public RelationshipType Type { get; private set; }

    /// <summary>Who is two ties away, over all types.</summary>
    public TwoSteps Network { get; } = new(context.Network);

    /// <summary>The other's needs that the node's offers meet.</summary>
    public SparseSums Offers { get; } = new(context.Ties.NodeCount);

    /// <summary>The other's offers that meet the node's needs.</summary>
    public SparseSums Needs { get; } = new(context.Ties.NodeCount);

    /// <summary>node → z → other, along the type as the node's role has it: backwards where the node is the end.</summary>
    public SparseSums Chain { get; } = new(context.Ties.NodeCount);

    public SparseSums ChainBack { get; } = new(context.Ties.NodeCount);

    /// <summary>node → z ← other, in the same sense.</summary>
    public SparseSums Ahead { get; } = new(context.Ties.NodeCount);

    /// <summary>node ← z → other, in the same sense.</summary>
    public SparseSums Behind { get; } = new(context.Ties.NodeCount);

    // node → z ← other, each divided by √arcs that end at z: the first half of L3.
    readonly SparseSums _half = new(context.Ties.NodeCount);
    readonly uint[] _marks = new uint[context.Ties.NodeCount]; // see TieMarks
    readonly Surroundings[] _surroundings = new Surroundings[context.Ties.NodeCount];
    readonly PairFacts[] _facts = new PairFacts[context.Ties.NodeCount];
    readonly int[] _factsOf = Filled(context.Ties.NodeCount); // the node that the two beside are with

    /// <summary>Whether a tie of the type runs from the node to the other.</summary>
    public bool HasTie(RelationshipType type, int other) => TieMarks.Has(_marks[other], type);

    /// <summary>Whether a tie of the type runs from the other to the node.</summary>
    public bool HasTieFrom(RelationshipType type, int other) => TieMarks.HasFrom(_marks[other], type);

    /// <summary>What the node and another have in common apart from ties: worked out once, for all types.</summary>
    public ref readonly PairFacts With(int other)
    {
        LookAt(other);
        return ref _facts[other];
    }

    /// <summary>What lies between the node and another over all types: worked out once.</summary>
    public ref readonly Surroundings Between(int other)
    {
        LookAt(other);
        return ref _surroundings[other];
    }

    /// <summary>Looks around a node over all types.</summary>
    public void Around(int node)
    {
        if (Node == node)
        {
            return;
        }

        Clear(Offers, Needs);
        if (Node >= 0)
        {
            context.Marks.Clear(Node, _marks);
        }

        Node = node;
        context.Marks.Set(node, _marks);
        Type = (RelationshipType)(-1);
        Network.Around(node);
        context.Traits.Phrases.OffersMeet(node, Offers);
        context.Traits.Phrases.NeedsMetBy(node, Needs);
    }

    /// <summary>Looks around the node along a type, as where its tie would start or end.</summary>
    public void Along(RelationshipType type, bool isFrom)
    {
        if (Type == type && IsFrom == isFrom)
        {
            return;
        }

        Clear(Chain, ChainBack, Ahead, Behind, _half);
        (Type, IsFrom) = (type, isFrom);
        var typed = context.Of(type);
        _typed = isFrom ? typed.Graph : typed.Graph.Reversed();
        foreach (var middle in _typed.OutNeighbors(Node))
        {
            Ahead.Spread(_typed.InNeighbors(middle), 1 / (double)_typed.InDegree(middle));
            _half.Spread(_typed.InNeighbors(middle), 1 / Math.Sqrt(_typed.InDegree(middle)));
            if (typed.IsDirected)
            {
                Chain.Spread(_typed.OutNeighbors(middle), Share(middle));
            }
        }

        if (typed.IsDirected)
        {
            LookBack();
        }
    }

    /// <summary>L3 along the type, to another node.</summary>
    public double TypedThreeSteps(int other)
    {
        var sum = 0.0;
        if (_half.Touched.Count <= 1) // the node itself
        {
            return sum;
        }

        foreach (var last in _typed.InNeighbors(other))
        {
            if (last != Node && _half[last] is not 0 and var half)
            {
                sum += half / Math.Sqrt(_typed.OutDegree(last));
            }
        }

        return sum;
    }

    void LookAt(int other)
    {
        if (_factsOf[other] != Node)
        {
            _factsOf[other] = Node;
            _facts[other] = PairFacts.Of(context, Node, other);
            _surroundings[other] = Surroundings.Of(context.Network, Network, Node, other);
        }
    }

    static int[] Filled(int count)
    {
        var none = new int[count];
        Array.Fill(none, -1);
        return none;
    }

    void LookBack()
    {
        foreach (var middle in _typed.InNeighbors(Node))
        {
            Behind.Spread(_typed.OutNeighbors(middle), 1 / (double)_typed.OutDegree(middle));
            ChainBack.Spread(_typed.InNeighbors(middle), Share(middle));
        }
    }

    double Share(int middle) => 1.0 / (_typed.InDegree(middle) + _typed.OutDegree(middle));

    static void Clear(params ReadOnlySpan<SparseSums> sums)
    {
        foreach (var sum in sums)
        {
            sum.Clear();
        }
    }
}
