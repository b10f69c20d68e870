using System.Text;
using BizGraph.Ingest.Csv;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Csv;

public sealed class CsvRowReaderTests
{
    const string Big = "…";

    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d\r", "1:a|b 2:c|d")]
    [InlineData("a\n\n\nb\n", "1:a 2: 3: 4:b")]
    [InlineData("\"a,1\",\" b \"\n", "1:a,1|b")]
    [InlineData("\"say \"\"hi\"\"\",b\n", "1:say \"hi\"|b")]
    [InlineData("\"two\nlines\",b\nc,d\n", "1:two\nlines|b 2:c|d")]
    [InlineData(" a , \"b\" \n", "1:a|b")]
    [InlineData("a\nb,c,d\n", "1:a 2:b|c|d")]
    [InlineData("5\" pipe,b\nc,d\n", "1:5\" pipe|b 2:c|d")]
    [InlineData("", "")]
    public void Rows_are_read_one_by_one(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("1,\"abc\n2,def\n3,x\n", "1:!quote 2:2|def 3:3|x")]
    [InlineData("1,\"abc\n2,def\n3,\"x\"\n4,y\n", "1:!quote 2:2|def 3:3|x 4:4|y")]
    [InlineData("1,\"abc\r\n2,\"d\"\"e\"\r\n3,x", "1:!quote 2:2|d\"e 3:3|x")]
    [InlineData("1,\"abc\"d\n2,x\n", "1:!quote 2:2|x")]
    [InlineData("1,5\" x,\"abc\"d\n2,x\n", "1:!quote 2:2|x")]
    [InlineData("1,5\" x,\"abc\n2,\"y\"\n", "1:!quote 2:2|y")]
    [InlineData("1,5\" x,\"ab\nc\"\n2,\"y\"\n", "1:1|5\" x|ab\nc 2:2|y")]
    [InlineData("1,\"abc", "1:!quote")]
    [InlineData("1,\"\n2,\"\n3,\"\n4,x\n", "1:1|2, 2:!quote 3:4|x")]
    public void An_unclosed_quote_costs_its_own_row_only(string text, string expected) => Assert.Equal(expected, Read(text));

    [Fact]
    public void Empty_cells_between_tabs_are_cells()
    {
        using var reader = new CsvRowReader(new MemoryStream("a\t\t \"b\tc\" \t\nd\t\"e\t\nf\n"u8.ToArray()), '\t');

        Assert.True(reader.Read());
        Assert.Equal((4, "a", "", "b\tc", ""), (reader.Count, reader[0], reader[1], reader[2], reader[3]));
        Assert.True(reader.Read());
        Assert.NotNull(reader.Fault);
        Assert.True(reader.Read());
        Assert.Equal("f", reader[0]);
    }

    [Fact]
    public void A_quote_that_never_closes_is_given_up_at_the_limit_and_the_next_line_is_a_row_again()
    {
        const int Rows = 150_000;
        using var reader = Open("1,\"open\n" + string.Concat(Enumerable.Range(2, Rows).Select(i => $"{i},row\n")));

        Assert.True(reader.Read());
        Assert.Equal((false, "1,\"open"), (reader.Fault!.Kind == ImportProblemKind.TooLarge, reader.Fault.Found));
        var numbered = 0;
        while (reader.Read())
        {
            numbered += reader[0] == $"{reader.Row}" && reader[1] == "row" ? 1 : 0;
        }

        Assert.Equal(Rows, numbered);
    }

    [Theory]
    [InlineData("a,…\nb,c\n", "1:!large 2:b|c")]
    [InlineData("a,\"…\"\nb,c\n", "1:!large 2:b|c")]
    [InlineData("a,b\na,…", "1:a|b 2:!large")]
    [InlineData("…", "1:!large")]
    [InlineData("a,…\n…\r\nb,c", "1:!large 2:!large 3:b|c")]
    public void A_row_over_the_limit_is_at_fault_and_the_next_one_is_read(string text, string expected) =>
        Assert.Equal(expected, Read(text.Replace(Big, new string('x', CsvRowReader.LongestRow + 1), StringComparison.Ordinal)));

    [Fact]
    public void A_row_of_ten_times_the_limit_takes_no_more_memory()
    {
        using var reader = new CsvRowReader(new EndlessRow(10L * CsvRowReader.LongestRow), ',');

        Assert.True(reader.Read());
        Assert.True(reader.Fault!.Kind == ImportProblemKind.TooLarge);
        Assert.True(reader.Read());
        Assert.Equal("next", reader[0]);
    }

    [Fact]
    public void Whatever_is_written_by_the_rules_is_read_as_it_was()
    {
        const string Letters = "ab\"\n,;é ";
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 8)).Select(_ => RandomCells(random, Letters)).ToList();
            var lineEnd = random.Next(2) == 0 ? "\n" : "\r\n";
            var text = string.Join(lineEnd, rows.Select(row => string.Join(',', row.Select(cell => Quote(cell, random)))));

            var expected = rows.Select((row, i) => $"{i + 1}:{string.Join('|', row.Select(cell => cell.Trim()))}");

            Assert.Equal(string.Join(' ', expected), Read(text));
        }
    }

    [Fact]
    public void Quotes_pair_up_by_their_separators()
    {
        Assert.True(QuoteCheck.IsClean("a,\"b\",c\"d"u8, (byte)','));
        Assert.True(QuoteCheck.IsClean("\"a\"\"b\" , \"\""u8, (byte)','));
        Assert.True(QuoteCheck.IsClean(""u8, (byte)','));
        Assert.False(QuoteCheck.IsClean("a,\"b\"c"u8, (byte)','));
        Assert.False(QuoteCheck.IsClean("a,\"b"u8, (byte)','));
        Assert.False(QuoteCheck.IsClean("a,\"b\";c"u8, (byte)','));
    }

    // Two cells at least: one empty cell alone is no row where the file ends.
    static List<string> RandomCells(Random random, string letters) =>
        [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => string.Concat(random.GetItems(letters.AsSpan(), random.Next(6))))];

    static string Quote(string cell, Random random) =>
        cell.AsSpan().IndexOfAny("\"\n,") >= 0 || random.Next(3) == 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    static CsvRowReader Open(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), ',');

    static string Read(string text)
    {
        using var reader = Open(text);
        var rows = new List<string>();
        while (reader.Read())
        {
            var cells = reader.Fault is { } fault
                ? fault.Kind == ImportProblemKind.TooLarge
                    ? "!large"
                    : "!quote"
                : string.Join('|', Enumerable.Range(0, reader.Count).Select(i => reader[i]));
            rows.Add($"{reader.Row}:{cells}");
        }

        return string.Join(' ', rows);
    }

    /// <summary>One long row without an end in sight, then a short one.</summary>
    sealed class EndlessRow(long length) : MemoryStream("\nnext"u8.ToArray())
    {
        long _left = length;

        public override int Read(Span<byte> buffer)
        {
            if (_left == 0)
            {
                return base.Read(buffer);
            }

            var count = (int)Math.Min(buffer.Length, _left);
            buffer[..count].Fill((byte)'x');
            _left -= count;
            return count;
        }
    }
}
