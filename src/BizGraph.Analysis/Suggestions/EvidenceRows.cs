namespace BizGraph.Analysis.Suggestions;

/// <summary>The evidence of many pairs of one type, a row each.</summary>
sealed class EvidenceRows(IReadOnlyList<LabelledPair> pairs, int columns)
{
    readonly double[] _values = new double[pairs.Count * columns];

    public IReadOnlyList<LabelledPair> Pairs => pairs;

    public int Columns => columns;

    public Span<double> this[int row] => _values.AsSpan(row * columns, columns);

    /// <summary>Looks at every pair from its start; pairs in the order of their starts are read in one look.</summary>
    public static EvidenceRows Read(
        TieContext context,
        PairEvidence evidence,
        IReadOnlyList<LabelledPair> pairs,
        ThreadTeam team,
        CancellationToken cancellation
    )
    {
        LabelledPair[] ordered = [.. pairs.OrderBy(pair => pair.From).ThenBy(pair => pair.To)];
        var rows = new EvidenceRows(ordered, evidence.Kinds.Count);
        var scans = new PairScan?[team.Size];
        team.For(
            ordered.Length,
            128,
            (thread, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var scan = scans[thread] ??= new PairScan(context);
                for (var place = start; place < end; place++)
                {
                    scan.Around(ordered[place].From);
                    scan.Along(ordered[place].Type, isFrom: true);
                    evidence.Fill(scan, ordered[place].To, rows[place]);
                }
            }
        );
        return rows;
    }

    /// <summary>All rows of several, in order.</summary>
    public static EvidenceRows Join(IReadOnlyList<EvidenceRows> parts)
    {
        var joined = new EvidenceRows([.. parts.SelectMany(part => part.Pairs)], parts[0].Columns);
        var at = 0;
        foreach (var part in parts)
        {
            part._values.CopyTo(joined._values, at);
            at += part._values.Length;
        }

        return joined;
    }
}
