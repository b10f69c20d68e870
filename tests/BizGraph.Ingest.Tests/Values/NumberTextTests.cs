using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Tests.Values;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("-12", "-12")]
    [InlineData("1234.5", "1234.5")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("12,34,567.5", "1234567.5")]
    [InlineData("1\u00a0234,56", "1234.56")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("(1,234.00)", "-1234.00")]
    [InlineData("−5", "-5")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData(".5", "0.5")]
    [InlineData("1.2E+3", "1200")]
    public void A_number_that_can_be_read_one_way_is_read_so(string text, string expected)
    {
        foreach (var mark in Enum.GetValues<DecimalMark>())
        {
            Assert.True(NumberText.TryParse(text, mark, out var value), $"{text} by {mark}");
            Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        }
    }

    [Theory]
    [InlineData("1,234", nameof(DecimalMark.Dot), "1234")]
    [InlineData("1,234", nameof(DecimalMark.Undecided), "1234")]
    [InlineData("1,234", nameof(DecimalMark.Comma), "1.234")]
    [InlineData("1.234", nameof(DecimalMark.Dot), "1.234")]
    [InlineData("1.234", nameof(DecimalMark.Undecided), "1.234")]
    [InlineData("1.234", nameof(DecimalMark.Comma), "1234")]
    public void The_column_settles_what_one_mark_before_three_figures_means(string text, string mark, string expected)
    {
        Assert.True(NumberText.TryParse(text, Enum.Parse<DecimalMark>(mark), out var value));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("about 5")]
    [InlineData("5%")]
    [InlineData("1.2.3")]
    [InlineData("1,200..50")]
    [InlineData("1,2,3.4.5")]
    [InlineData("12/3")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("5 5-")]
    public void What_is_no_number_is_none(string text) => Assert.False(NumberText.TryParse(text, DecimalMark.Undecided, out _));

    [Theory]
    [InlineData("£1,234.50", "1234.50", "GBP")]
    [InlineData("-£5", "-5", "GBP")]
    [InlineData("(£5.00)", "-5.00", "GBP")]
    [InlineData("1.234,56 €", "1234.56", "EUR")]
    [InlineData("$12", "12", "USD")]
    [InlineData("EUR 100", "100", "EUR")]
    [InlineData("100 chf", "100", "CHF")]
    [InlineData("100", "100", null)]
    public void Money_says_its_currency(string text, string amount, string? currency)
    {
        Assert.True(MoneyText.TryParse(text, DecimalMark.Undecided, out var value, out var code));
        Assert.Equal((decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency), (value, code));
    }

    [Theory]
    [InlineData("tbc")]
    [InlineData("12 apples")]
    [InlineData("£")]
    [InlineData("10 GBP 5 EUR")]
    public void What_is_no_money_is_none(string text) =>
        Assert.False(MoneyText.TryParse(text, DecimalMark.Undecided, out _, out _));

    [Theory]
    [InlineData("gbp", "GBP")]
    [InlineData("€", "EUR")]
    [InlineData("Euro", "EUR")]
    [InlineData("Pfund", "GBP")]
    [InlineData("quid", null)]
    public void A_currency_goes_by_code_sign_or_word(string text, string? code) => Assert.Equal(code, MoneyText.CurrencyOf(text));
}
