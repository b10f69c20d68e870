using System.Text;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>Tables that people bring are read or refused with the line, whatever they hold.</summary>
public sealed class TableMutationTests
{
    static readonly int Rounds = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") == "1" ? 20_000 : 300;

    static readonly string Words = DefaultText("synonyms.txt");
    static readonly string Purchases = DefaultText("industry-purchases.csv");
    static readonly string Sectors = DefaultText("industry-sectors.csv");

    [Fact]
    public void Mutated_synonyms_are_read_or_refused_with_the_line()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(Words, round);
            Refused(() => Synonyms.Read(new StringReader(text)));
        }
    }

    [Fact]
    public void Mutated_purchases_are_read_or_refused_and_every_lift_is_a_number()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (purchases, sectors) = round % 2 == 0 ? (Mutate(Purchases, round), Sectors) : (Purchases, Mutate(Sectors, round));
            Refused(() =>
            {
                var table = IndustryTable.Read(new StringReader(purchases), new StringReader(sectors));
                for (var pair = 0; pair < table.Sectors.Count * table.Sectors.Count; pair++)
                {
                    Assert.InRange(table.LiftOf(pair / table.Sectors.Count, pair % table.Sectors.Count), -3, 3);
                }
            });
        }
    }

    [Theory]
    [InlineData("1e999")] // infinite
    [InlineData("NaN")]
    [InlineData("-1")]
    public void An_amount_that_is_none_is_refused(string amount)
    {
        var refused = Assert.Throws<FormatException>(() =>
            IndustryTable.Read(
                new StringReader($"seller,buyer,amount\nfarms,mills,{amount}"),
                new StringReader("scheme,code,sector\nX,1,farms")
            )
        );

        Assert.Equal($"Line 2: found the amount '{amount}', expected a number of 0 or more.", refused.Message);
    }

    [Fact]
    public void Sectors_that_no_code_leads_to_are_refused()
    {
        var refused = Assert.Throws<FormatException>(() =>
            IndustryTable.Read(
                new StringReader("seller,buyer,amount\nFarming,Milling,1"),
                new StringReader("scheme,code,sector\nX,1,farms")
            )
        );

        Assert.Contains("same names in both lists", refused.Message, StringComparison.Ordinal);
    }

    static void Refused(Action read)
    {
        try
        {
            read();
        }
        catch (FormatException refused)
        {
            Assert.Matches("^(Line [0-9]+: found |No code leads to )", refused.Message);
        }
    }

    // A few characters changed, taken away, or put in; a piece doubled; the end cut off.
    static string Mutate(string text, int seed)
    {
        var random = new Random(seed);
        var changed = new StringBuilder(text);
        for (var change = random.Next(1, 6); change > 0 && changed.Length > 0; change--)
        {
            var at = random.Next(changed.Length);
            switch (random.Next(5))
            {
                case 0:
                    changed[at] = (char)random.Next(char.MaxValue);
                    break;
                case 1:
                    changed.Remove(at, Math.Min(random.Next(1, 40), changed.Length - at));
                    break;
                case 2:
                    changed.Insert(at, ",\n\r\"#\0\u0301"[random.Next(7)]);
                    break;
                case 3:
                    changed.Insert(at, changed.ToString(at, Math.Min(random.Next(1, 400), changed.Length - at)));
                    break;
                default:
                    changed.Length = random.Next(10) == 0 ? at : changed.Length;
                    break;
            }
        }

        // As a file holds it: half a surrogate pair becomes U+FFFD.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(changed.ToString()));
    }

    static string DefaultText(string name)
    {
        using var reader = new StreamReader(NetworkTables.OpenDefault(name));
        return reader.ReadToEnd();
    }
}
