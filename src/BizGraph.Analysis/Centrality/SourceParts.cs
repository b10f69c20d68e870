namespace BizGraph.Analysis.Centrality;

/// <summary>Sums over searches from many sources, shared between threads.</summary>
/// <remarks>
/// Sources are split into parts that depend on their number alone, each with sums of its own that are added in order: the same bits at any
/// number of threads. Space 8 bytes a sum for each part that is being worked on or waits for its turn.
/// </remarks>
static class SourceParts
{
    const int MaxParts = 32;
    const int FewNodes = 100; // below, threads wait for each other longer than they work

    /// <param name="sums">Number of sums.</param>
    /// <param name="sources">Number of sources.</param>
    /// <param name="batch">Sources that one call of <paramref name="run"/> takes.</param>
    /// <param name="scratchOfThread">Makes what a thread works with.</param>
    /// <param name="run">Given scratch, first source, their number and the sums to add to.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Asked before each batch.</param>
    public static double[] Sum<TScratch>(
        int sums,
        int sources,
        int batch,
        Func<TScratch> scratchOfThread,
        Action<TScratch, int, int, double[]> run,
        RunOptions options,
        CancellationToken cancellation
    )
        where TScratch : class
    {
        var batches = (sources + batch - 1) / batch;
        var parts = Math.Min(MaxParts, batches);
        var total = new OrderedSum(sums, parts);
        using var team = ThreadTeam.Take(sums < FewNodes ? 1 : options.Threads);
        var scratches = new TScratch?[team.Size];
        var progress = new Progress(options.Progress, batches);
        team.For(
            parts,
            1,
            (thread, part, _) =>
            {
                var scratch = scratches[thread] ??= scratchOfThread();
                var ofPart = new double[sums];
                for (var i = (int)((long)batches * part / parts); i < (long)batches * (part + 1) / parts; i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    run(scratch, i * batch, Math.Min(batch, sources - i * batch), ofPart);
                    progress.Add(thread, 1);
                }
                total.Add(part, ofPart);
            }
        );
        return total.Values;
    }

    /// <summary>Adds up parts in their order, as soon as those before have come, so that few wait.</summary>
    sealed class OrderedSum(int length, int parts)
    {
        readonly double[]?[] _waiting = new double[parts][];
        readonly Lock _adding = new();
        int _next;

        public double[] Values { get; } = new double[length];

        public void Add(int part, double[] values)
        {
            lock (_adding)
            {
                for (_waiting[part] = values; _next < parts && _waiting[_next] is { } ready; _next++)
                {
                    VectorMath.Add(Values, ready);
                    _waiting[_next] = null;
                }
            }
        }
    }
}
