namespace BizGraph.Analysis.Tests;

public sealed class LargeArrayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(3_000_001)] // 12 MB: on pages of its own
    public void Every_place_can_be_written_and_starts_at_zero_where_that_is_asked_for(int length)
    {
        var values = LargeArray.Uninitialized<int>(length);
        Array.Fill(values, 7);

        Assert.Equal(length, values.Length);
        Assert.DoesNotContain(values, value => value != 7);
        Assert.DoesNotContain(LargeArray.Zeroed<int>(length), value => value != 0);
    }
}
