using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>What names and postal codes tell where ties tell nothing.</summary>
public sealed class NameEvidenceTests
{
    [Fact]
    public void A_word_counts_where_three_businesses_have_it()
    {
        var names = new NameWords(["A1 Taxis", "Ace Taxis", "Taxis of Ace", "The Ace 24", "7 24"]);

        Assert.Equal([3, 3], names.Holders); // ace, taxis; neither "of", of one, nor 24, which is no word
        Assert.Equal([1], names.Of(0));
        Assert.Equal([0, 1], names.Of(1));
        Assert.Empty(names.Of(4));
    }

    [Fact]
    public void Ties_of_words_are_the_smoothed_logarithm_of_found_over_expected()
    {
        // Ten businesses, three ties: taxis to schools twice, a mill to a mill.
        string[] all =
        [
            .. (string[])["Alpha Taxis", "Beta Taxis", "Gamma Taxis", "Delta School", "Epsilon School", "Zeta School"],
            .. (string[])["One Mill", "Two Mill", "Three Mill", "Other"],
        ];
        var ties = new NameTies(new NameWords(all), all.Length, [(0, 3), (1, 4), (6, 7)]);

        // Taxis: 2 starts where 3 · 3/10 are expected, each with two more.
        Assert.Equal(Math.Log(4 / 2.9), ties.Starts[2], 1e-12);
        Assert.Equal(Math.Log(4 / 2.9), ties.Ends[5], 1e-12);
        Assert.Equal(Math.Log(2 / 2.9), ties.Ends[0], 1e-12);
        Assert.Equal(0, ties.Starts[9]);
        // From taxis to schools: 2 where 2 · 2/3 are expected.
        Assert.Equal(Math.Log(4 / (2 + (4.0 / 3))), ties.Between(2, 5), 1e-12);
        Assert.Equal(0, ties.Between(5, 2));
        Assert.Equal(0, ties.Between(6, 3));
    }

    [Fact]
    public void A_name_tells_the_trade_that_most_with_its_word_have()
    {
        var names = new NameWords(["A Taxis", "B Taxis", "C Taxis Group", "D Group", "E Group", "F Group", "G Taxis Group"]);
        Trade taxi = new(0, 1, -1),
            bakery = new(2, 3, -1),
            mill = new(4, 5, -1);
        var guessed = NamedTrades.Guess(names, [taxi, taxi, Trade.Unknown, bakery, mill, Trade.Unknown, Trade.Unknown]);

        Assert.Equal(taxi, guessed[2]);
        Assert.Equal(Trade.Unknown, guessed[5]); // a group may be of any trade
        Assert.Equal(taxi, guessed[6]);
        Assert.Equal(bakery, guessed[3]); // what is said stands
    }

    [Theory]
    [InlineData("SW1A 1AA", "SW1A1AA", "SW")]
    [InlineData("e1 6an", "E16AN", "E")]
    [InlineData("D-72070", "72070", "72")]
    [InlineData("90210-1234", "902101234", "90")]
    [InlineData("-", null, null)]
    [InlineData(null, null, null)]
    public void A_postal_code_begins_with_its_area(string? code, string? plain, string? area)
    {
        Assert.Equal(plain, PostalCode.Plain(code));
        Assert.Equal(area, PostalCode.AreaOf(code));
    }

    [Fact]
    public void Codes_agree_as_far_as_they_begin_alike()
    {
        Assert.Equal(3 / 5.0, PostalCode.Agreement("72070", "72099"));
        Assert.Equal(0, PostalCode.Agreement("SW1A1AA", "E16AN"));
        Assert.Equal(double.NaN, PostalCode.Agreement(null, "72070"));
    }

    [Fact]
    public void Who_has_no_other_tie_is_found_by_its_name()
    {
        // Forty caterers with one school each, forty surgical suppliers with one clinic each, ten of either: no tie is like another but by name.
        var businesses = new List<Business>();
        var ties = new List<Relationship>();
        for (var number = 0; number < 40; number++)
        {
            var (school, clinic) = (number % 10, number % 10);
            Add($"caterer-{number}", $"Firm{number}a Catering");
            Add($"surgical-{number}", $"Firm{number}b Surgical");
            ties.Add(DrawnTown.Tie($"caterer-{number}", $"school-{school}"));
            ties.Add(DrawnTown.Tie($"surgical-{number}", $"clinic-{clinic}"));
        }

        for (var number = 0; number < 10; number++)
        {
            Add($"school-{number}", $"Place{number}c School");
            Add($"clinic-{number}", $"Place{number}d Clinic");
        }

        var quality = Assert.Single(SuggestionQuality.Measure(DrawnTown.Town(businesses, ties)));

        // Caterers with schools and surgical with clinics are 720 of 9,820 pairs without a tie; beside each tie stand ten: 1/(1 + 10 · 720/9,820) = 0.58 of these are ties.
        var popularity = quality.Baselines.Single(figure => figure.Name == "popularity");
        Assert.True(quality.Attributes.AucPr > popularity.AucPr + 0.1, $"{quality.Attributes} {popularity}");
        Assert.InRange(quality.Attributes.AucPr, 0.45, 0.7);

        void Add(string id, string name) => businesses.Add(DrawnTown.Shop(id, facts => facts with { Name = name }));
    }
}
