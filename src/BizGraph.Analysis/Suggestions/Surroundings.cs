namespace BizGraph.Analysis.Suggestions;

/// <summary>What lies between two nodes over all types: worked out once, for all types of tie between them.</summary>
readonly record struct Surroundings(double Common, double Jaccard, double AdamicAdar, double Allocation, double ThreeSteps)
{
    public static Surroundings Of(CsrGraph network, TwoSteps steps, int node, int other)
    {
        var common = steps.Common(other);
        return new Surroundings(
            common,
            common == 0 ? 0 : common / (network.OutDegree(node) + network.OutDegree(other) - common),
            steps.AdamicAdar(other),
            steps.Allocation(other),
            steps.ThreeSteps(other)
        );
    }
}
