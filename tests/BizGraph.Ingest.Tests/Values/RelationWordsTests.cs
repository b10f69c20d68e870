using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Values;

/// <summary>The words that the docs promise, each with its type and direction.</summary>
public sealed class RelationWordsTests
{
    [Theory]
    [InlineData(RelationshipType.Supplies, false, "supplies|supplier|supplier of|vendor|sells to|Liefert|Lieferant")]
    [InlineData(RelationshipType.Supplies, true, "buys from|customer of|client of|kauft bei|Kunde von")]
    [InlineData(RelationshipType.Refers, false, "refers|referral|referred|recommends|introduced|empfiehlt|Empfehlung")]
    [InlineData(RelationshipType.Mentors, false, "mentors|mentor|coach|advises|advice to|Mentor|berät")]
    [InlineData(RelationshipType.Mentors, true, "mentee of|seeks advice from|fragt um Rat")]
    [InlineData(
        RelationshipType.Partners,
        false,
        "partner|partners with|collaborates|joint venture|alliance|works with|Partner|Kooperation"
    )]
    [InlineData(RelationshipType.Exchanges, false, "barter|exchange|swap|tauscht")]
    [InlineData(RelationshipType.Shares, false, "shares|co-located|same premises|teilt")]
    [InlineData(RelationshipType.Sponsors, false, "sponsors|donates|sponsert")]
    [InlineData(RelationshipType.Finances, false, "invests|finances|lends|finanziert")]
    [InlineData(RelationshipType.Knows, false, "knows|friend|met|kennt")]
    public void People_s_own_words_are_known(RelationshipType type, bool isReversed, string words)
    {
        foreach (var word in words.Split('|'))
        {
            Assert.True(RelationWords.TryGet(word, out var meaning), word);
            Assert.Equal((type, isReversed), (meaning.Type, meaning.IsReversed));
        }
    }

    [Fact]
    public void Every_type_goes_by_its_own_name() =>
        Assert.All(
            RelationshipTypes.All,
            type => Assert.True(RelationWords.TryGet(type.ToString(), out var meaning) && meaning.Type == type)
        );

    [Theory]
    [InlineData("Buys_From")]
    [InlineData(" BUYS-FROM ")]
    [InlineData("buysfrom")]
    public void Case_spaces_and_dashes_make_no_difference(string word) => Assert.True(RelationWords.TryGet(word, out _));

    [Theory]
    [InlineData("Straße", "strasse")]
    [InlineData("E-Mail", "email")]
    [InlineData(" Postal_Code ", "postalcode")]
    [InlineData("Größe", "grosse")]
    [InlineData("Gru\u0308n", "grun")]
    [InlineData("Amount (£)", "amount")]
    [InlineData("名前", "名前")]
    public void A_word_is_compared_by_its_letters_and_digits(string text, string folded) =>
        Assert.Equal(folded, WordForm.Fold(text));
}
