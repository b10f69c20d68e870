using BizGraph.Analysis.Links;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Scores of pairs by the ranking (first), by attributes alone (second) and by each baseline alone. Shared-neighbor scores come twice: over all types, and over the type alone.</summary>
sealed class PairScores
{
    static readonly LinkMeasure[] Measures = Enum.GetValues<LinkMeasure>();

    static readonly EvidenceKind[] Alone =
    [
        EvidenceKind.TypedThreeSteps,
        EvidenceKind.TieBack,
        EvidenceKind.OffersMeetNeeds,
        EvidenceKind.IndustryPurchases,
        EvidenceKind.SameIndustry,
        EvidenceKind.Nearness,
        EvidenceKind.SharedNetworks,
    ];

    readonly TieRanking[] _rankings;
    readonly PairScan _scan;
    readonly LinkScan[] _measures;
    readonly CsrGraph _typed;
    SeededRandom _random;

    public PairScores(TieContext context, TieRanking[] rankings, ulong seed)
    {
        _rankings = rankings;
        _scan = new PairScan(context);
        _typed = context.Of(rankings[0].Type).Graph;
        var undirected = _typed.ToUndirected().WithoutWeights();
        _measures =
        [
            .. Measures.Select(measure => new LinkScan(context.Network, measure)),
            .. Measures.Select(measure => new LinkScan(undirected, measure)),
        ];
        _random = new SeededRandom(seed + 99);
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        "ours",
        "attributes",
        "random",
        "popularity",
        .. Measures.Select(measure => $"{measure}, all types"),
        .. Measures.Select(measure => $"{measure}, the type"),
        .. Alone.Select(kind => kind.ToString()),
    ];

    /// <summary>A row for each of <see cref="Names"/>, a score for each pair; pairs in the order of their starts are read in one look.</summary>
    public double[][] Of(LabelledPair[] pairs, CancellationToken cancellation)
    {
        var scores = Names.Select(_ => new double[pairs.Length]).ToArray();
        var row = new double[_rankings[0].Evidence.Kinds.Count];
        var own = new double[row.Length];
        var around = -1;
        for (var place = 0; place < pairs.Length; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (from, to) = (pairs[place].From, pairs[place].To);
            if (around != from)
            {
                _scan.Around(from);
                _scan.Along(_rankings[0].Type, isFrom: true);
                Array.ForEach(_measures, measure => measure.Around(from));
                around = from;
            }

            _rankings[0].Evidence.Fill(_scan, to, row);
            scores[2][place] = _random.NextDouble();
            scores[3][place] = (1.0 + _typed.OutDegree(from)) * (1.0 + _typed.InDegree(to));
            for (var measure = 0; measure < _measures.Length; measure++)
            {
                scores[4 + measure][place] = _measures[measure].ScoreOf(to);
            }

            for (var kind = 0; kind < Alone.Length; kind++)
            {
                scores[4 + _measures.Length + kind][place] = Value(row, Alone[kind]);
            }

            row.CopyTo(own, 0);
            scores[1][place] = _rankings[1].Score(own);
            scores[0][place] = _rankings[0].Score(row);
        }

        return scores;
    }

    double Value(double[] row, EvidenceKind kind)
    {
        var place = 0;
        while (_rankings[0].Evidence.Kinds[place].Kind != kind)
        {
            place++;
        }

        return double.IsNaN(row[place]) ? double.MinValue : row[place];
    }
}
