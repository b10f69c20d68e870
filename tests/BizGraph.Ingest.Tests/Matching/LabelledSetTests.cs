using BizGraph.Ingest.Tests.Matching.Labelled;

namespace BizGraph.Ingest.Tests.Matching;

/// <summary>The promises on labelled sets of real businesses, on a seed that the weights were not fitted to. docs/matching.md has the figures.</summary>
public sealed class LabelledSetTests
{
    const ulong Seed = 3;

    static LabelledSets Sets
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("BIZGRAPH_DATA");
            Assert.SkipWhen(string.IsNullOrEmpty(folder), "BIZGRAPH_DATA does not name the folder with the real lists.");
            return new LabelledSets(folder!, Seed);
        }
    }

    [Fact]
    public void Real_spellings_of_real_names() => Holds(Sets.RealNames());

    [Fact]
    public void Two_guides_of_a_town() => Holds(Sets.TwoGuides());

    [Fact]
    public void Lists_of_many_agencies() => Holds(Sets.ManyLists());

    [Fact]
    public void Names_in_a_ledger() => Holds(Sets.Ledger());

    [Fact]
    public void Places_of_two_maps() => Holds(Sets.TwoMaps());

    [Fact]
    public void Members_and_a_directory() => Holds(Sets.Members());

    [Fact]
    public void Twenty_thousand_names_alone() => Holds(Sets.NamesAlone(20_000));

    static void Holds(LabelledSet set)
    {
        var found = MatchFigures.Of(set);
        TestContext.Current.TestOutputHelper?.WriteLine($"{set.Name}: {found}");

        Assert.True(found.Precision >= 0.99, $"{set.Name}: {found}");
        Assert.True(found.RecallWithQueue >= 0.9, $"{set.Name}: {found}");
    }
}
