using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What is never suggested, whatever the evidence: what one of the two does not want, what people dismissed, supply between competitors.</summary>
sealed class PairRules
{
    const double LocalReach = 15; // kilometers between businesses whose customers are the same: BizGraph's own
    const double RegionalReach = 80;

    readonly Traits _traits;
    readonly CsrGraph _tied;
    readonly Wishes[] _unwanted;
    readonly Wishes[] _wanted;
    readonly HashSet<(RelationshipType, int, int)> _dismissed = [];

    public PairRules(Traits traits, IReadOnlyCollection<SuggestionFeedback> feedback)
    {
        _traits = traits;
        _tied = traits.Snapshot.Graph(GraphView.Default);
        var nodes = Enumerable
            .Range(0, traits.Snapshot.NodeCount)
            .Select(node => traits.Snapshot.BusinessOf(node).Facts)
            .ToArray();
        _unwanted = [.. nodes.Select(facts => Wishes.Of(facts.NotWith, traits.Snapshot))];
        _wanted = [.. nodes.Select(facts => Wishes.Of(facts.OpenTo, traits.Snapshot))];
        foreach (var key in feedback.Where(said => !said.IsAccepted).Select(said => said.Key))
        {
            if (traits.Snapshot.NodeOf(key.For) is { } of && traits.Snapshot.NodeOf(key.Whom) is { } whom)
            {
                _dismissed.Add((key.Kind.TypeOfTie(), Math.Min(of, whom), Math.Max(of, whom)));
            }
        }
    }

    /// <summary>Whether the one may be suggested to the other, where the type does not tie them yet.</summary>
    public bool Allows(SuggestionKind kind, int of, int whom)
    {
        var type = kind.TypeOfTie();
        return of != whom
            && Fits(kind, of, whom)
            && !_unwanted[of].Name(type, _traits, whom)
            && !_unwanted[whom].Name(type, _traits, of)
            && !(type == RelationshipType.Supplies && AreCompetitors(of, whom))
            && (_dismissed.Count == 0 || !_dismissed.Contains((type, Math.Min(of, whom), Math.Max(of, whom))));
    }

    /// <summary>Whether one of the two does not want to meet the other, for anything.</summary>
    public bool AreApart(int a, int b) => _unwanted[a].Name(null, _traits, b) || _unwanted[b].Name(null, _traits, a);

    /// <summary>Whether a business says that it is open to ties of the type, or to the other one.</summary>
    public bool IsOpen(int node, RelationshipType type, int other) => _wanted[node].Name(type, _traits, other);

    /// <summary>Same industry to four digits (or the same title), and the same customers: areas overlap, or nothing is known of them.</summary>
    public bool AreCompetitors(int a, int b) =>
        _traits.Trade[a].IsKnown && _traits.Trade[a].Class == _traits.Trade[b].Class && AreasOverlap(a, b);

    bool AreasOverlap(int a, int b)
    {
        var reach = Math.Max(Reach(a), Reach(b));
        var distance = _traits.Kilometers(a, b);
        if (!double.IsNaN(distance))
        {
            return distance <= reach;
        }

        var (left, right) = (_traits.Snapshot.BusinessOf(a).Facts.Place, _traits.Snapshot.BusinessOf(b).Facts.Place);
        return double.IsPositiveInfinity(reach)
            || (reach > LocalReach ? Same(left?.Region, right?.Region) ?? true : Same(left?.Locality, right?.Locality) ?? true);
    }

    double Reach(int node) =>
        _traits.Snapshot.BusinessOf(node).Facts.Serves switch
        {
            null or ServedArea.Local => LocalReach,
            ServedArea.Regional => RegionalReach,
            _ => double.PositiveInfinity,
        };

    static bool? Same(string? left, string? right) =>
        left is null || right is null ? null : BusinessId.Normalize(left) == BusinessId.Normalize(right);

    bool Fits(SuggestionKind kind, int of, int whom)
    {
        var (asks, asked) = (_traits.Kind[of], _traits.Kind[whom]);
        return kind switch
        {
            SuggestionKind.FinanceContact => asked == BusinessKind.Finance && asks != BusinessKind.Finance,
            SuggestionKind.OfficialContact => asked == BusinessKind.PublicBody && asks != asked && !_tied.HasEdge(of, whom),
            SuggestionKind.PressContact => asked == BusinessKind.Media && asks != asked && !_tied.HasEdge(of, whom),
            SuggestionKind.JointOffer => IsOneTrade(of, whom),
            SuggestionKind.ComplementaryOffer => !IsOneTrade(of, whom),
            _ => true,
        };
    }

    bool IsOneTrade(int a, int b) => _traits.Trade[a].IsKnown && _traits.Trade[a].Division == _traits.Trade[b].Division;
}
