using System.Globalization;
using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Which industries buy from each other: sectors, what each buys from which, and the sector of a code.</summary>
/// <remarks>
/// The default sums the 2022 use table of the U.S. Bureau of Economic Analysis (public domain) to 15 sectors; codes of NAICS, NACE, UK SIC,
/// SIC (US, 1987) and CPV lead to them. Another table, of finer sectors or another country, is read with <see cref="Read"/>.
/// </remarks>
public sealed class IndustryTable
{
    readonly Dictionary<(string Scheme, string Code), int> _sectorOf;
    readonly double[] _lift; // [seller * sectors + buyer], natural logarithm; 0 where the table says nothing

    IndustryTable(List<string> sectors, Dictionary<(string, string), int> sectorOf, double[] lift) =>
        (Sectors, _sectorOf, _lift) = (sectors, sectorOf, lift);

    /// <summary>The table that is used where no other is given.</summary>
    public static IndustryTable Default { get; } = ReadDefault();

    /// <summary>Names of the sectors.</summary>
    public IReadOnlyList<string> Sectors { get; }

    /// <summary>Reads a table from two lists of comma-separated values; lines that begin with # are left out.</summary>
    /// <param name="purchases">Header <c>seller,buyer,amount</c>: sectors, and how much the one buys from the other in any one currency, 0 or more.</param>
    /// <param name="sectors">Header <c>scheme,code,sector</c>: how codes of a classification begin; the longest beginning counts.</param>
    /// <exception cref="FormatException">A line that is none: it says which, what was found and what was expected.</exception>
    public static IndustryTable Read(TextReader purchases, TextReader sectors)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentNullException.ThrowIfNull(sectors);
        var numberOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var amounts = new Dictionary<(int, int), double>();
        foreach (var (line, seller, buyer, amount) in Lines(purchases, "seller,buyer,amount"))
        {
            if (
                !double.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || value < 0
                || !double.IsFinite(value)
            )
            {
                throw new FormatException($"Line {line}: found the amount '{amount}', expected a number of 0 or more.");
            }

            var pair = (Number(numberOf, seller), Number(numberOf, buyer));
            amounts[pair] = amounts.GetValueOrDefault(pair) + value;
        }

        var sectorOf = new Dictionary<(string, string), int>();
        foreach (var (_, scheme, code, sector) in Lines(sectors, "scheme,code,sector"))
        {
            sectorOf[(Scheme(scheme), Digits(code))] = Number(numberOf, sector);
        }

        var known = sectorOf.Values.ToHashSet();
        if (amounts.Count > 0 && !amounts.Keys.Any(pair => known.Contains(pair.Item1) || known.Contains(pair.Item2)))
        {
            throw new FormatException(
                "No code leads to any of the sectors that buy or sell; expected the same names in both lists."
            );
        }

        return new IndustryTable([.. numberOf.Keys], sectorOf, Lift(amounts, numberOf.Count));
    }

    /// <summary>The number of an industry's sector in <see cref="Sectors"/>; null where its code has none, or it has no code.</summary>
    public int? SectorOf(Industry? industry)
    {
        if (industry?.Code is not { } code || industry.Scheme is null)
        {
            return null;
        }

        var (scheme, digits) = (Scheme(industry.Scheme), Digits(code));
        if (scheme == "SIC" && digits.Length >= 5)
        {
            scheme = "UKSIC";
        }

        for (var length = digits.Length; length > 0; length--)
        {
            if (_sectorOf.TryGetValue((scheme, digits[..length]), out var sector))
            {
                return sector;
            }
        }

        return null;
    }

    /// <summary>How much more of its purchases a sector makes from another than all sectors do: a natural logarithm from −3 to 3; 0 where the table says nothing.</summary>
    public double LiftOf(int seller, int buyer) => _lift[(seller * Sectors.Count) + buyer];

    // log of share(seller | buyer) / share(seller), held within ±3; nothing bought at all counts as the least.
    static double[] Lift(Dictionary<(int Seller, int Buyer), double> amounts, int count)
    {
        var (sold, bought, all) = (new double[count], new double[count], 0.0);
        foreach (var ((seller, buyer), amount) in amounts)
        {
            sold[seller] += amount;
            bought[buyer] += amount;
            all += amount;
        }

        var lift = new double[count * count];
        for (var seller = 0; seller < count; seller++)
        {
            for (var buyer = 0; buyer < count; buyer++)
            {
                if (sold[seller] > 0 && bought[buyer] > 0)
                {
                    var expected = sold[seller] * bought[buyer] / all;
                    lift[(seller * count) + buyer] = Math.Clamp(
                        Math.Log(amounts.GetValueOrDefault((seller, buyer)) / expected),
                        -3,
                        3
                    );
                }
            }
        }

        return lift;
    }

    static int Number(Dictionary<string, int> numberOf, string sector) =>
        numberOf.TryGetValue(sector, out var number) ? number : numberOf[sector] = numberOf.Count;

    // "UK SIC 2007", "NACE Rev. 2", "WZ 2008", "naics2022": the classification without its edition.
    static string Scheme(string scheme)
    {
        var letters = new string([.. scheme.Where(char.IsAsciiLetter)]).ToUpperInvariant();
        return letters.StartsWith("NACE", StringComparison.Ordinal) || letters == "WZ" ? "NACE"
            : letters.StartsWith("UKSIC", StringComparison.Ordinal) ? "UKSIC"
            : letters;
    }

    static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit)]);

    static IEnumerable<(int Line, string First, string Second, string Third)> Lines(TextReader reader, string header)
    {
        var number = 0;
        var isHeader = true;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (
                cells.Length != 3
                || cells.Any(string.IsNullOrEmpty)
                || (isHeader && !header.Equals(line.Trim(), StringComparison.OrdinalIgnoreCase))
            )
            {
                throw new FormatException($"Line {number}: found '{line}', expected {(isHeader ? "the header " : "")}{header}.");
            }

            if (!isHeader)
            {
                yield return (number, cells[0], cells[1], cells[2]);
            }

            isHeader = false;
        }
    }

    static IndustryTable ReadDefault()
    {
        using var purchases = new StreamReader(NetworkTables.OpenDefault("industry-purchases.csv"));
        using var sectors = new StreamReader(NetworkTables.OpenDefault("industry-sectors.csv"));
        return Read(purchases, sectors);
    }
}
