namespace BizGraph.Analysis.Communities;

/// <summary>What the phases of one search for communities share: random numbers, threads with scratch of their own, progress and the wish to stop.</summary>
/// <remarks>Space 12 bytes a node for each thread.</remarks>
sealed class CommunityRun(int nodeCount, ulong seed, ThreadTeam team, Progress progress, CancellationToken cancellation)
{
    public SeededRandom Random = new(seed);

    readonly WeightByLabel?[] _around = new WeightByLabel?[team.Size];

    public CancellationToken Cancellation => cancellation;

    public Progress Progress => progress;

    /// <summary>Splits work into ranges and gives each a scratch that is empty, and must be left so.</summary>
    public void Share(int count, int grain, Action<WeightByLabel, int, int> work) =>
        team.For(count, grain, (thread, start, end) => work(_around[thread] ??= new WeightByLabel(nodeCount), start, end));
}
