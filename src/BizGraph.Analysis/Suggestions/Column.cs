namespace BizGraph.Analysis.Suggestions;

/// <summary>One column of the businesses, as groups; a column of numbers has them in standard deviations, too.</summary>
/// <param name="Name">Its header, or the property's name.</param>
/// <param name="Group">Each node's group, 0 to <paramref name="Groups"/> − 1; −1 where the column says nothing.</param>
/// <param name="Groups">Number of groups, 2 or more.</param>
/// <param name="Number">Each node's number; NaN where it says none; null for words.</param>
sealed record Column(string Name, int[] Group, int Groups, double[]? Number);

/// <summary>Reads the columns that tie-making may depend on: kind, ownership, size, age, and the free ones that sort businesses into groups.</summary>
static class Columns
{
    const int MostGroups = 40;
    const int LeastHolders = 3; // a town of one or two businesses tells no more than who they are
    const int MostFreeColumns = 12;
    const int Bins = 5; // numbers are grouped into fifths
    const double LeastCoverage = 0.3;

    public static IReadOnlyList<Column> Of(NetworkSnapshot snapshot)
    {
        var nodes = Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.BusinessOf).ToArray();
        Column?[] known =
        [
            Words("kind", [.. nodes.Select(b => b.Kind.ToString())]),
            Words("ownership", [.. nodes.Select(b => b.Facts.Ownership?.ToString())]),
            Words("serves", [.. nodes.Select(b => b.Facts.Serves?.ToString())]),
            Words("locality", Commonest([.. nodes.Select(b => b.Facts.Place?.Locality?.Trim().ToLowerInvariant())])),
            Words("region", Commonest([.. nodes.Select(b => b.Facts.Place?.Region?.Trim().ToLowerInvariant())])),
            Words("postal area", Commonest([.. nodes.Select(b => PostalCode.AreaOf(b.Facts.Place?.PostalCode))])),
            Numbers("employees", [.. nodes.Select(b => Logarithm(b.Facts.Employees))]),
            Numbers("turnover", [.. nodes.Select(b => Logarithm((double?)b.Facts.Turnover))]),
            Numbers("founded", [.. nodes.Select(b => b.Facts.Founded ?? double.NaN)]),
        ];
        return [.. known.Concat(Free(nodes)).OfType<Column>()];
    }

    static IEnumerable<Column?> Free(Model.Business[] nodes) =>
        nodes
            .SelectMany(b => b.Facts.Attributes.Keys)
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(column => column.Value >= LeastCoverage * nodes.Length)
            .OrderByDescending(column => column.Value)
            .ThenBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => Read(column.Key, [.. nodes.Select(b => b.Facts.Attributes.GetValueOrDefault(column.Key))]))
            .OfType<Column>()
            .Take(MostFreeColumns);

    static Column? Read(string name, string?[] values)
    {
        var numbers = values.Select(Parse).ToArray();
        var said = values.Count(value => !string.IsNullOrWhiteSpace(value));
        var isNumeric = numbers.Count(double.IsFinite) == said && numbers.Where(double.IsFinite).Distinct().Count() > Bins + 3;
        return isNumeric ? Numbers(name, numbers) : Words(name, values);
    }

    static double Parse(string? value) =>
        double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : double.NaN;

    static double Logarithm(double? value) => value is { } number ? Math.Log(1 + Math.Max(0, number)) : double.NaN;

    // Of many towns the largest; the others are one group together.
    static string?[] Commonest(string?[] values)
    {
        var kept = values
            .Where(value => !string.IsNullOrWhiteSpace(value))
            .CountBy(value => value!, StringComparer.Ordinal)
            .Where(value => value.Value >= LeastHolders)
            .OrderByDescending(value => value.Value)
            .ThenBy(value => value.Key, StringComparer.Ordinal)
            .Take(MostGroups - 1)
            .Select(value => value.Key)
            .ToHashSet(StringComparer.Ordinal);
        return [.. values.Select(value => string.IsNullOrWhiteSpace(value) || kept.Contains(value) ? value : "\0elsewhere")];
    }

    static Column? Words(string name, string?[] values)
    {
        var numberOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var group = new int[values.Length];
        for (var node = 0; node < values.Length; node++)
        {
            group[node] =
                string.IsNullOrWhiteSpace(values[node]) ? -1
                : numberOf.TryGetValue(values[node]!, out var number) ? number
                : numberOf[values[node]!] = numberOf.Count;
        }

        return numberOf.Count is >= 2 and <= MostGroups && IsCovered(group)
            ? new Column(name, group, numberOf.Count, null)
            : null;
    }

    static Column? Numbers(string name, double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length < LeastCoverage * values.Length || sorted.Length < 2 || sorted[0] == sorted[^1])
        {
            return null;
        }

        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Sum(value => (value - mean) * (value - mean)) / sorted.Length);
        double[] bounds = [.. Enumerable.Range(1, Bins - 1).Select(bin => sorted[bin * sorted.Length / Bins])];
        return new Column(
            name,
            [.. values.Select(value => double.IsNaN(value) ? -1 : bounds.Count(bound => value >= bound))],
            Bins,
            [.. values.Select(value => (value - mean) / deviation)]
        );
    }

    static bool IsCovered(int[] group) => group.Count(g => g >= 0) >= LeastCoverage * group.Length;
}
