using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Centrality;

public sealed class DegreeTests
{
    [Theory]
    [OracleData("degree")]
    public void Ties_are_counted_as_igraph_1_0_0_does(string graph)
    {
        Expected.AreEqual("degree", graph, Degree.Total(Expected.Graphs[graph]));
        Expected.AreEqual("in-degree", graph, Degree.In(Expected.Graphs[graph]));
        Expected.AreEqual("out-degree", graph, Degree.Out(Expected.Graphs[graph]));
    }

    [Theory]
    [OracleData("strength")]
    public void Weights_are_added_up_as_igraph_1_0_0_does(string graph)
    {
        Expected.AreEqual("strength", graph, Strength.Total(Expected.Graphs[graph]));
        Expected.AreEqual("in-strength", graph, Strength.In(Expected.Graphs[graph]));
        Expected.AreEqual("out-strength", graph, Strength.Out(Expected.Graphs[graph]));
    }
}
