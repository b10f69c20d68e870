using BizGraph.Ingest.Csv;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>A real business, from which labelled entries are made.</summary>
sealed record RealBusiness(string Name, string Address, string City, string Zip, string Classification);

/// <summary>The lists of real businesses in a data folder.</summary>
static class RealBusinesses
{
    /// <summary>The licences of a city, one for each name and address; where two names at one address share a word, the first: the others may be the same business.</summary>
    public static IReadOnlyList<RealBusiness> Licences(string folder)
    {
        var kept = new List<RealBusiness>();
        var wordsAt = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows(Path.Combine(folder, "licences_little_rock", "Business_Licenses.csv")))
        {
            var business = new RealBusiness(row["Business"], row["Address"], row["City"], row["Zip"], row["Classification"]);
            var site = string.Join(' ', business.Address.Split(' ').Take(3)) + business.Zip;
            var words = wordsAt.TryGetValue(site, out var known) ? known : wordsAt[site] = new(StringComparer.OrdinalIgnoreCase);
            var said = business
                .Name.Split([' ', '-', '\'', '.', ',', '#'], StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length > 2)
                .ToArray();
            if (business.Name.Any(char.IsLetter) && !said.Any(word => words.Contains(word)))
            {
                kept.Add(business);
            }

            words.UnionWith(said);
        }

        return kept;
    }

    /// <summary>The distinct names of suppliers in two sets of public contracts.</summary>
    public static IReadOnlyList<string> SupplierNames(string folder) =>
        [
            .. new[] { "lancashire_contracts", "uk_contracts_ocds" }
                .SelectMany(set => Rows(Path.Combine(folder, set, "nodes.csv")))
                .Select(row => row["name"])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = new CsvRowReader(File.OpenRead(file), ',');
        csv.Read();
        var headers = Cells(csv);
        while (csv.Read())
        {
            var cells = Cells(csv);
            yield return headers.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    static string[] Cells(CsvRowReader csv) => [.. Enumerable.Range(0, csv.Count).Select(column => csv[column])];
}
