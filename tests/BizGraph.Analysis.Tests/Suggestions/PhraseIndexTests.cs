using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis.Tests.Suggestions;

public sealed class PhraseIndexTests
{
    [Theory]
    [InlineData("bookkeeping", "bookkeeping")]
    [InlineData("Bookkeeper", "bookkeeping")]
    [InlineData("bookkeeping", "Buchhaltung")]
    [InlineData("Tischlerei", "joinery")]
    [InlineData("web site", "website for a shop")]
    [InlineData("vegetables, seasonal", "seasonal vegetables")]
    public void What_means_the_same_meets(string offer, string need) => Assert.NotNull(Match(offer, need, Synonyms.Default));

    [Theory]
    [InlineData("van repairs", "piano tuning")]
    [InlineData("chair repairs", "van repairs")]
    [InlineData("bread", "signs")]
    public void What_does_not_mean_the_same_does_not_meet(string offer, string need) =>
        Assert.Null(Match(offer, need, Synonyms.Default));

    [Fact]
    public void People_may_bring_their_own_synonyms()
    {
        var own = Synonyms.Read(new StringReader("# ours\nbaps, barm cakes, Brötchen\n"));

        Assert.Null(Match("baps", "barm cakes", Synonyms.None));
        Assert.Equal(("baps", "barm cakes"), Match("baps", "barm cakes", own));
        Assert.Equal(("Brotchen", "baps"), Match("Brotchen", "baps", own));
        Assert.Contains(
            "Line 1",
            Assert.Throws<FormatException>(() => Synonyms.Read(new StringReader("alone"))).Message,
            StringComparison.Ordinal
        );
    }

    static (string, string)? Match(string offer, string need, Synonyms synonyms)
    {
        var town = DrawnTown.Town([
            DrawnTown.Shop("a", facts => facts with { Offers = [offer] }),
            DrawnTown.Shop("b", facts => facts with { Needs = [need] }),
            DrawnTown.Shop("c", facts => facts with { Offers = ["gas fitting", "coffee"], Needs = ["stone walls", "rent"] }),
        ]);
        return new PhraseIndex(town, synonyms).BestMatch(0, 1);
    }
}
