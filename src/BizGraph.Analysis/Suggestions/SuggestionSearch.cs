using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Ranks whom one business could be tied to: looks around it once, then at each candidate for each kind. Not for several threads.</summary>
sealed class SuggestionSearch
{
    const double OpenBonus = 0.5; // standard deviations, for each of the two that is open to it
    const double SameKindMalus = 0.4; // a list of one kind only helps less than a mixed one
    const double SameBusinessMalus = 2;
    const double ContactMalus = 2; // a bank or a paper suits everyone alike: what fits this business goes first

    readonly SuggestionModel _model;
    readonly PairScan _scan;
    readonly CandidateSet _found;
    readonly List<RankedPair> _looked = [];
    readonly double[] _row;
    readonly HashSet<int>? _among;
    readonly SuggestionQuery _query;
    readonly (RelationshipType Type, bool IsFrom, SuggestionKind[] Kinds)[] _looks;
    readonly SuggestionWriter _writer;

    public SuggestionSearch(SuggestionModel model, SuggestionQuery query)
    {
        (_model, _query) = (model, query);
        _scan = new PairScan(model.Context);
        _found = new CandidateSet(model.Snapshot.NodeCount);
        _writer = new SuggestionWriter(model, _scan);
        _row = new double[model.Rankings.Max(ranking => ranking.Evidence.Kinds.Count)];
        _among = query.Among?.Select(model.Snapshot.NodeOf).OfType<int>().ToHashSet();
        _looks =
        [
            .. (query.Kinds ?? SuggestionKinds.All)
                .Distinct()
                .Order()
                .GroupBy(kind => (Type: kind.TypeOfTie(), IsFrom: !kind.StartsAtWhom()))
                .Select(look => (look.Key.Type, look.Key.IsFrom, look.ToArray())),
        ];
    }

    /// <summary>The best pairs of a node, as many as asked for, in an order that mixes kinds and businesses.</summary>
    public List<RankedPair> Rank(int node)
    {
        _scan.Around(node);
        var candidates = _among is null
            ? _model.Candidates.Of(_scan, _found)
            : [.. _among.Where(other => other != node).Order().Select(other => new Candidate(other, CandidateSet.AllKinds))];
        if (_query.StrangersOnly)
        {
            candidates = [.. candidates.Where(other => !_model.Context.Network.HasEdge(node, other.Node))];
        }

        var pairs = new List<RankedPair>();
        foreach (var (type, isFrom, kinds) in _looks)
        {
            _scan.Along(type, isFrom);
            foreach (var kind in kinds)
            {
                Look(candidates, kind);
                pairs.AddRange(_looked);
            }
        }

        return Mix(pairs);
    }

    /// <summary>Writes out ranked pairs of one node.</summary>
    public IReadOnlyList<Suggestion> Write(int node, IReadOnlyList<RankedPair> pairs)
    {
        _scan.Around(node);
        return [.. pairs.Select(_writer.Write)];
    }

    // The best of one kind: more than are asked for can never be chosen.
    void Look(Candidate[] candidates, SuggestionKind kind)
    {
        var (node, type) = (_scan.Node, _scan.Type);
        var ranking = _model.Rankings[(int)type];
        var row = _row.AsSpan(0, ranking.Evidence.Kinds.Count);
        _looked.Clear();
        foreach (var candidate in candidates)
        {
            var other = candidate.Node;
            var isTied = _scan.IsFrom ? _scan.HasTie(type, other) : _scan.HasTieFrom(type, other);
            if (!isTied && candidate.IsFor(kind) && _model.Rules.Allows(kind, node, other))
            {
                ranking.Evidence.Fill(_scan, other, row);
                var score = ranking.Strength(ranking.Score(row)) + Openness(node, other, type);
                _looked.Add(new RankedPair(kind, node, other, score));
            }
        }

        _looked.Sort(Best);
        if (_looked.Count > _query.Count)
        {
            _looked.RemoveRange(_query.Count, _looked.Count - _query.Count);
        }
    }

    double Openness(int node, int other, RelationshipType type) =>
        (_model.Rules.IsOpen(node, type, other) ? OpenBonus : 0) + (_model.Rules.IsOpen(other, type, node) ? OpenBonus : 0);

    static readonly Comparer<RankedPair> Best = Comparer<RankedPair>.Create(
        (a, b) =>
            b.Score.CompareTo(a.Score) is not 0 and var score ? score
            : a.Whom != b.Whom ? a.Whom.CompareTo(b.Whom)
            : a.Kind.CompareTo(b.Kind)
    );

    static bool IsContact(SuggestionKind kind) =>
        kind is SuggestionKind.FinanceContact or SuggestionKind.OfficialContact or SuggestionKind.PressContact;

    List<RankedPair> Mix(List<RankedPair> pairs)
    {
        pairs.Sort(Best);
        var chosen = new List<RankedPair>(_query.Count);
        double[] malus = [.. pairs.Select(pair => IsContact(pair.Kind) ? ContactMalus : 0)];
        while (chosen.Count < Math.Min(_query.Count, pairs.Count))
        {
            var best = -1;
            for (var place = 0; place < pairs.Count; place++)
            {
                if (best < 0 || pairs[place].Score - malus[place] > pairs[best].Score - malus[best])
                {
                    best = place;
                }
            }

            chosen.Add(pairs[best]);
            for (var place = 0; place < pairs.Count; place++)
            {
                malus[place] += pairs[place].Kind == pairs[best].Kind ? SameKindMalus : 0;
                malus[place] += pairs[place].Whom == pairs[best].Whom ? SameBusinessMalus : 0;
            }

            malus[best] = double.PositiveInfinity;
        }

        return chosen;
    }
}
