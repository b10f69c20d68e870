using System.Globalization;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Tests.Values;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2024-03-31", "2024-03-31", "2024-03-31")]
    [InlineData("2024-03-31T23:59:00Z", "2024-03-31", "2024-03-31")]
    [InlineData("2024-03-31 23:59", "2024-03-31", "2024-03-31")]
    [InlineData("20240331", "2024-03-31", "2024-03-31")]
    [InlineData("2024/3/5", "2024-03-05", "2024-03-05")]
    [InlineData("31/03/2024", "2024-03-31", "2024-03-31")]
    [InlineData("03/31/2024", "2024-03-31", "2024-03-31")]
    [InlineData("5.3.2024", "2024-03-05", "2024-03-05")]
    [InlineData("05.03.24", "2024-03-05", "2024-03-05")]
    [InlineData("3/3/2024", "2024-03-03", "2024-03-03")]
    [InlineData("2/22/21", "2021-02-22", "2021-02-22")]
    [InlineData("1/31/87", "1987-01-31", "1987-01-31")]
    [InlineData("5 March 2024", "2024-03-05", "2024-03-05")]
    [InlineData("March 5, 2024", "2024-03-05", "2024-03-05")]
    [InlineData("5. März 2024", "2024-03-05", "2024-03-05")]
    [InlineData("12-Dec-2023", "2023-12-12", "2023-12-12")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("02/2024", "2024-02-01", "2024-02-29")]
    [InlineData("Okt 2023", "2023-10-01", "2023-10-31")]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("45382", "2024-03-31", "2024-03-31")] // as Excel 2019 counts days
    [InlineData("45382.75", "2024-03-31", "2024-03-31")]
    public void A_date_that_can_be_read_one_way_is_read_so(string text, string first, string last)
    {
        foreach (var order in Enum.GetValues<DateOrder>())
        {
            Assert.True(DateText.TryParse(text, order, out var span, out var isAmbiguous));
            Assert.Equal(
                (DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture), false),
                (span.First, span.Last, isAmbiguous)
            );
        }
    }

    [Theory]
    [InlineData(nameof(DateOrder.DayFirst), "2024-04-03", false)]
    [InlineData(nameof(DateOrder.MonthFirst), "2024-03-04", false)]
    [InlineData(nameof(DateOrder.Undecided), "2024-04-03", true)]
    public void The_column_settles_which_part_is_the_day(string order, string expected, bool ambiguous)
    {
        Assert.True(DateText.TryParse("03/04/2024", Enum.Parse<DateOrder>(order), out var span, out var isAmbiguous));
        Assert.Equal((DateOnly.Parse(expected, CultureInfo.InvariantCulture), ambiguous), (span.First, isAmbiguous));
    }

    [Theory]
    [InlineData("31/12/2024", nameof(DateOrder.DayFirst))]
    [InlineData("12/31/2024", nameof(DateOrder.MonthFirst))]
    [InlineData("31-12-2024", nameof(DateOrder.DayFirst))]
    [InlineData("12-31-2024", nameof(DateOrder.MonthFirst))]
    [InlineData("03/04/2024", nameof(DateOrder.Undecided))]
    [InlineData("3/3/2024", nameof(DateOrder.Undecided))]
    [InlineData("2024-12-31", nameof(DateOrder.Undecided))]
    [InlineData("31.12.2024", nameof(DateOrder.Undecided))]
    [InlineData("2024", nameof(DateOrder.Undecided))]
    public void One_value_may_tell_the_order_of_its_column(string text, string expected) =>
        Assert.Equal(expected, DateText.OrderOf(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("31/02/2024")]
    [InlineData("13/13/2024")]
    [InlineData("2024-13")]
    [InlineData("2024-00-00")]
    [InlineData("0/0/2024")]
    [InlineData("34.0.2025")]
    [InlineData("20240034")]
    [InlineData("20240500")]
    [InlineData("1/2/3/4")]
    [InlineData("24")]
    [InlineData("19999")]
    [InlineData("80001")]
    [InlineData("45382.x")]
    [InlineData("12:30")]
    [InlineData("Foo 2024")]
    public void What_is_no_date_is_none(string text) => Assert.False(DateText.TryParse(text, DateOrder.Undecided, out _, out _));
}
