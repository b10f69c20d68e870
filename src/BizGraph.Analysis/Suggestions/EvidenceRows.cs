namespace BizGraph.Analysis.Suggestions;

/// <summary>The evidence of many pairs of one type, a row each.</summary>
sealed class EvidenceRows(IReadOnlyList<LabelledPair> pairs, int columns)
{
    readonly double[] _values = new double[pairs.Count * columns];

    public IReadOnlyList<LabelledPair> Pairs => pairs;

    public int Columns => columns;

    public Span<double> this[int row] => _values.AsSpan(row * columns, columns);

    /// <summary>Looks at every pair from its start, one look for all pairs of a start, whatever their type.</summary>
    /// <param name="context">The ties shown.</param>
    /// <param name="evidence">By type: what is read.</param>
    /// <param name="pairs">By type: the pairs.</param>
    /// <param name="team">Threads.</param>
    /// <param name="cancellation">Stops it.</param>
    public static EvidenceRows[] Read(
        TieContext context,
        PairEvidence[] evidence,
        IReadOnlyList<LabelledPair>[] pairs,
        ThreadTeam team,
        CancellationToken cancellation
    )
    {
        var rows = pairs
            .Select(
                (of, type) =>
                    new EvidenceRows([.. of.OrderBy(pair => pair.From).ThenBy(pair => pair.To)], evidence[type].Kinds.Count)
            )
            .ToArray();
        var starts = rows.SelectMany(of => of.Pairs.Select((pair, row) => (pair.From, pair.Type, row)))
            .GroupBy(at => at.From)
            .OrderBy(start => start.Key)
            .Select(start => start.ToArray())
            .ToArray();
        var scans = new PairScan?[team.Size];
        team.For(
            starts.Length,
            16,
            (thread, start, end) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var scan = scans[thread] ??= new PairScan(context);
                foreach (var (from, type, row) in starts.AsSpan(start, end - start).ToArray().SelectMany(of => of))
                {
                    scan.Around(from);
                    scan.Along(type, isFrom: true);
                    evidence[(int)type].Fill(scan, rows[(int)type].Pairs[row].To, rows[(int)type][row]);
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
