using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Mappings;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Tests.Layouts;

public sealed class LayoutTests
{
    [Theory]
    [InlineData("id,name", "businesses")]
    [InlineData("Label", "businesses")]
    [InlineData("ID", "businesses")]
    [InlineData("from,to", "ties")]
    [InlineData("Source,Target,Label,Id", "ties")]
    [InlineData("name,Von,Nach", "ties")]
    [InlineData("supplier,buyer,amount,date", "ledger rows")]
    [InlineData("Supplier,Customer,Name", "ledger rows")]
    [InlineData("supplier,amount", null)]
    [InlineData("from,colour", null)]
    [InlineData("", null)]
    public void A_list_is_recognised_by_its_header(string headers, string? kind) =>
        Assert.Equal(kind, Recognise(headers)?.Kind.Name);

    [Fact]
    public void No_header_stands_for_two_fields_of_a_list()
    {
        foreach (var kind in LayoutKind.All)
        {
            var words = kind
                .Fields.SelectMany(field => field.Words.Append(field.Name).Select(word => (WordForm.Fold(word), field.Name)))
                .Distinct();
            Assert.All(words.GroupBy(word => word.Item1), word => Assert.Single(word));
        }
    }

    [Theory]
    [InlineData("supplier,buyer,Amount (GBP)", "amount", "Amount (GBP)")]
    [InlineData("supplier,buyer,Amount (GBP),amount", "amount", "amount")]
    [InlineData("supplier,buyer,value,Betrag,amount", "amount", "amount")]
    [InlineData("supplier,buyer,Betrag,value", "amount", "value")]
    [InlineData("supplier,buyer,AMOUNT,value", "amount", "AMOUNT")]
    public void A_field_takes_the_closest_header(string headers, string field, string header) =>
        Assert.Equal(header, Recognise(headers)!.ColumnOf(field)!.Header);

    [Fact]
    public void A_word_with_two_meanings_is_a_mistake_in_its_table() =>
        Assert.Throws<ArgumentException>(() => new WordTable<int>((1, ["a"]), (2, ["A"])));

    static Layout? Recognise(string headers) =>
        Layout.Recognise(headers.Split(','), 1, new NamedColumns([], ImportMapping.None, []));
}
