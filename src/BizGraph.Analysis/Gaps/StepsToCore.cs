using BizGraph.Analysis.Structure;

namespace BizGraph.Analysis.Gaps;

/// <summary>How far each node is from the core of the discrete model (Borgatti and Everett, 2000; <see cref="CorePeriphery"/>).</summary>
sealed class StepsToCore
{
    readonly NearestOf _nearest;
    readonly double _mean;
    readonly GapOptions _options;

    StepsToCore(NearestOf nearest, double mean, GapOptions options) => (_nearest, _mean, _options) = (nearest, mean, options);

    public static StepsToCore Of(GapGround ground)
    {
        var nearest = NearestOf.Find(ground.Graph, CorePeriphery.Find(ground.Graph).Core);
        var known = Enumerable.Range(0, ground.NodeCount).Select(node => nearest.Steps(node)).OfType<int>().ToList();
        return new StepsToCore(nearest, known.Count == 0 ? 0 : known.Average(), ground.Options);
    }

    public bool IsFar(int node) =>
        _nearest.Steps(node) is { } steps && steps >= Math.Max(_options.FarSteps, _options.FarTimes * _mean);

    public GapEvidence Evidence(int node) =>
        GapEvidence.Count(EvidenceKind.StepsToCore, _nearest.Steps(node)!.Value, EvidenceUnit.Steps);

    public GapEvidence Mean => GapEvidence.Count(EvidenceKind.MeanStepsToCore, _mean, EvidenceUnit.Steps);
}
