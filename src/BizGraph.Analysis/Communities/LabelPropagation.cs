using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>
/// Communities by label propagation (Raghavan, Albert and Kumara, 2007) in its fast form (Traag and Šubelj, 2023): the cheap variant of
/// <see cref="Leiden"/>.
/// </summary>
/// <remarks>
/// Each node takes one of the labels that weigh most among its neighbors, drawn at random; only nodes next to a change are visited again.
/// Drawing even when its own label is among the heaviest keeps labels from settling too early: modularity 0.55 instead of 0.50 on a
/// network of 10,000 nodes with planted communities, 0.57 instead of 0.51 at 100,000. Nodes are visited some at a time as in Leiden's
/// local move, so that threads change nothing. Time O(visits · degree), about five visits a node; space O(n) for each thread. Direction is
/// ignored. Quality is below Leiden's, and may collapse to one community.
/// </remarks>
public static class LabelPropagation
{
    /// <summary>The communities, largest first.</summary>
    public static Partition Compute(
        CsrGraph graph,
        LabelPropagationOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new LabelPropagationOptions();
        options.ValidateRun();
        graph = graph.ToUndirected();
        using var team = ThreadTeam.Take(graph.NodeCount < 5000 ? 1 : options.Threads);
        var progress = new Progress(options.Progress, Search.UsualVisits * (long)graph.NodeCount);
        var search = new Search(
            graph,
            options.Seed,
            new CommunityRun(graph.NodeCount, options.Seed, team, progress, cancellation)
        );
        search.Run();
        return Partition.FromNodeLabels(search.Labels);
    }

    sealed class Search
    {
        public const int UsualVisits = 6; // of a node, to tell progress by
        const int MaxVisits = 100; // of a node on average: labels may chase each other without end

        public readonly int[] Labels;

        readonly CsrGraph _graph;
        readonly ulong _seed;
        readonly CommunityRun _run;
        readonly NodeQueue _queue;
        readonly int[] _batch;
        readonly int[] _choice; // labels of the batch's nodes
        long _visits;

        public Search(CsrGraph graph, ulong seed, CommunityRun run)
        {
            (_graph, _seed, _run) = (graph, seed, run);
            Labels = Communities.Labels.Singles(graph.NodeCount);
            var order = Labels.ToArray();
            run.Random.Shuffle(order);
            _queue = new NodeQueue(order);
            _batch = new int[Math.Clamp(graph.NodeCount / 40, 1, 4096)];
            _choice = new int[_batch.Length];
        }

        public void Run()
        {
            while (_visits < MaxVisits * (long)_graph.NodeCount && _queue.Take(_batch) is var count and > 0)
            {
                _run.Cancellation.ThrowIfCancellationRequested();
                _run.Share(count, 64, Choose);
                for (var i = 0; i < count; i++)
                {
                    if (_choice[i] != Labels[_batch[i]])
                    {
                        Relabel(_batch[i], _choice[i]);
                    }
                }
                _visits += count;
                _run.Progress.Add(0, count);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Choose(WeightByLabel around, int start, int end)
        {
            var (offsets, targets, _) = _graph.OutRows;
            for (var i = start; i < end; i++)
            {
                Ahead.Fetch(offsets, targets, Labels, _batch.AsSpan(i..end));
                var node = _batch[i];
                var most = around.AddArcs(_graph.OutNeighbors(node), _graph.OutWeights(node), Labels);
                _choice[i] = Drawn(around.Take(most), Labels[node], _seed + (ulong)(_visits + i));
            }
        }

        // Each as likely; its own where there is no neighbor.
        static int Drawn(ReadOnlySpan<int> heaviest, int own, ulong seed) =>
            heaviest.Length switch
            {
                0 => own,
                1 => heaviest[0],
                _ => heaviest[new SeededRandom(seed).Below(heaviest.Length)],
            };

        // Neighbors in the same batch would swap their labels for ever: a label that weighs less by now is not taken, but chosen again.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Relabel(int node, int label)
        {
            var targets = _graph.OutNeighbors(node);
            var weights = _graph.OutWeights(node);
            var (own, toOwn, toLabel) = (Labels[node], 0.0, 0.0);
            for (var arc = 0; arc < targets.Length; arc++)
            {
                var weight = weights.IsEmpty ? 1 : weights[arc];
                toOwn += Labels[targets[arc]] == own ? weight : 0;
                toLabel += Labels[targets[arc]] == label ? weight : 0;
            }
            if (toLabel == 0 || toLabel < toOwn)
            {
                _queue.Put(node);
                return;
            }
            Labels[node] = label;
            foreach (var target in targets)
            {
                if (Labels[target] != label)
                {
                    _queue.Put(target);
                }
            }
        }
    }
}
