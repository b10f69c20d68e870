namespace BizGraph.Model.Tests;

/// <summary>By what an erased business is known again.</summary>
public sealed class ErasedBusinessesTests
{
    static readonly BusinessFacts Gone = new()
    {
        Name = "Zelda Quill",
        Email = "zelda@quill.example",
        Phone = "01632 960777",
    };

    [Theory]
    [InlineData("Zelda@Quill.example", null, true)]
    [InlineData(null, "(01632) 96 07 77", true)]
    [InlineData("other@quill.example", "01632 960778", false)]
    public void An_address_or_number_is_known_however_it_is_written(string? email, string? phone, bool isKnown) =>
        Assert.Equal(isKnown, Erased(Gone).Names("default", Row(email, phone)));

    [Theory]
    [InlineData("none", null)]
    [InlineData(null, "0")]
    [InlineData(null, "-")]
    [InlineData("", "")]
    public void What_stands_for_none_names_nobody(string? email, string? phone) =>
        Assert.False(Erased(Gone with { Email = email, Phone = phone }).Names("default", Row(email, phone)));

    static ErasedBusinesses Erased(BusinessFacts said)
    {
        var key = new byte[32];
        var none = new ErasedBusinesses(key, new HashSet<string>());
        return new ErasedBusinesses(key, none.MarksOf(new BusinessId("z1"), said).ToHashSet());
    }

    static BusinessClaim Row(string? email, string? phone) =>
        new(
            ClaimPosition.Start,
            new BusinessId("m"),
            new BusinessFacts
            {
                Name = "Mill",
                Email = email,
                Phone = phone,
            }
        );
}
