using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Structure;

/// <summary>Triangles: three nodes that are all tied to each other.</summary>
/// <remarks>Time O(m^1.5), space O(n + m). Direction and weights are ignored.</remarks>
public static class Triangles
{
    /// <summary>Number of triangles that each node is in.</summary>
    public static NodeCounts Count(CsrGraph graph, RunOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new RunOptions();
        options.ValidateRun();
        var oriented = new OrientedGraph(graph.WithoutWeights().ToUndirected());
        var starts = TriangleParts.StartsOf(oriented);
        using var team = ThreadTeam.Take(starts.Length == 2 ? 1 : options.Threads);
        var byPart = new int[starts.Length - 1][];
        team.For(
            byPart.Length,
            1,
            (_, part, _) => byPart[part] = CountFrom(oriented, starts[part], starts[part + 1], cancellation)
        );
        var counts = new int[graph.NodeCount];
        foreach (var part in byPart)
        {
            for (var rank = 0; rank < counts.Length; rank++)
            {
                counts[oriented.Order[rank]] += part[rank];
            }
        }
        return new NodeCounts(counts);
    }

    // As TriangleParts lists them, with marks that stay in the nearest cache: a fifth less time than visiting each.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static unsafe int[] CountFrom(OrientedGraph graph, int start, int end, CancellationToken cancellation)
    {
        var (isTarget, result) = (new byte[graph.NodeCount], new int[graph.NodeCount]);
        fixed (
            int* offsets = graph.Offsets,
                targets = graph.Targets,
                counts = result
        )
        fixed (byte* marks = isTarget)
        {
            for (var a = start; a < end; a++)
            {
                if (a % 1024 == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }
                int* first = targets + offsets[a],
                    last = targets + offsets[a + 1];
                for (var c = first; c < last; c++)
                {
                    marks[*c] = 1;
                }
                var ofA = 0;
                for (var b = first; b < last; b++)
                {
                    var ofB = 0;
                    for (int* c = targets + offsets[*b], none = targets + offsets[*b + 1]; c < none; c++)
                    {
                        if (marks[*c] != 0)
                        {
                            counts[*c]++;
                            ofB++;
                        }
                    }
                    counts[*b] += ofB;
                    ofA += ofB;
                }
                counts[a] += ofA;
                for (var c = first; c < last; c++)
                {
                    marks[*c] = 0;
                }
            }
        }
        return result;
    }
}
