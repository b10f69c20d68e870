namespace BizGraph.Model.Tests;

public sealed class BusinessIdTests
{
    [Theory]
    [InlineData("default", "B1", "B1")]
    [InlineData("crm", "B1", "B1@crm")]
    [InlineData("default", "~b", "~~b")]
    [InlineData("default", "b@crm", "b@crm@default")]
    [InlineData("crm", "b@crm", "b@crm@crm")]
    public void An_id_stands_as_its_source_gave_it_and_names_another_source(string source, string id, string expected) =>
        Assert.Equal(expected, BusinessId.From(source, id).Value);

    [Theory]
    [InlineData("default", "B1")]
    [InlineData("crm", "~b@1")]
    [InlineData("chamber of trade", "x")]
    public void An_id_tells_its_source_and_whether_that_gave_it(string source, string text)
    {
        var (given, made) = (BusinessId.From(source, text), BusinessId.FromName(source, text, "Ham"));

        Assert.Equal((source, true), (given.Source, given.IsGiven));
        Assert.Equal((source, false), (made.Source, made.IsGiven));
    }

    [Theory]
    [InlineData("default", "  Old   MILL ", null, "~old-mill")]
    [InlineData("default", "Old-Mill", "St. Ives", "~old%2dmill~st.-ives")]
    [InlineData("crm", "Mill", "  ", "~mill@crm")]
    public void A_business_without_an_id_has_one_of_its_name_and_town(
        string source,
        string name,
        string? town,
        string expected
    ) => Assert.Equal(expected, BusinessId.FromName(source, name, town).Value);

    [Fact]
    public void A_name_is_the_same_however_its_letters_are_composed() =>
        Assert.Equal(BusinessId.FromName("default", "M\u00fcller", null), BusinessId.FromName("default", "Mu\u0308ller", null));

    [Fact]
    public void No_two_different_keys_make_the_same_id()
    {
        string[] sources = ["default", "a", "b"];
        string[] texts = ["x", "~x", "~~x", "x@a", "x@default", "~x@a", "x~y", "x-y", "x y", "x%2dy", "%", "~"];
        var fromIds = sources.SelectMany(s => texts.Select(t => BusinessId.From(s, t)));
        var fromNames = sources.SelectMany(s =>
            texts.SelectMany(t => texts.Prepend(null).Select(town => BusinessId.FromName(s, t, town)))
        );

        var all = fromIds.Concat(fromNames).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
    }

    [Theory]
    [InlineData("default", "Old  Mill")]
    [InlineData("chamber", "Mill-on-~Tyne 100%2d")]
    [InlineData("default", "a@b")]
    public void A_name_comes_back_from_the_id_that_is_made_of_it(string source, string name)
    {
        var id = BusinessId.FromName(source, name, locality: null);

        Assert.Equal((source, BusinessId.Normalize(name)), (id.Source, id.MadeOfName));
        Assert.Null(BusinessId.FromName(source, name, "Ham").MadeOfName);
        Assert.Null(BusinessId.From(source, "~" + name).MadeOfName);
    }
}
