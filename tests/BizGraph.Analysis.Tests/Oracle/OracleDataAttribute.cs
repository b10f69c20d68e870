using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace BizGraph.Analysis.Tests.Oracle;

/// <summary>Runs a theory once for each graph that <c>expected.json</c> has the metric of.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class OracleDataAttribute(string metric) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([.. Expected.GraphsWith(metric).Select(graph => new TheoryDataRow<string>(graph))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
