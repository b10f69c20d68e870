using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Tests.Oracle;

namespace BizGraph.Analysis.Tests.Structure;

public sealed class CorenessTests
{
    [Theory]
    [OracleData("coreness")]
    public void Coreness_is_that_of_igraph_1_0_0(string graph) =>
        Expected.AreEqual("coreness", graph, Coreness.Compute(Expected.Graphs[graph]));

    [Fact]
    public void A_tail_is_outside_the_core()
    {
        // The triangle 0, 1, 2 with the tail 2 – 3 – 4
        Assert.Equal(
            [2, 2, 2, 1, 1],
            Coreness.Compute(CsrGraph.FromPairs(5, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4)])).Values.ToArray()
        );
    }
}
