using System.Globalization;
using System.IO.Compression;
using BizGraph.Analysis;
using BizGraph.Ingest;
using BizGraph.Store;

namespace BizGraph.SuggestionBench;

/// <summary>Real networks, read by the product's readers. Some files are cut first: a column away, rows below a share away.</summary>
sealed class DataSets(string data, string sample)
{
    readonly string _work = Directory.CreateTempSubdirectory("suggestions").FullName;

    public Task<NetworkSnapshot> SampleTown() =>
        ReadAsync([Path.Combine(sample, "businesses.csv"), Path.Combine(sample, "ties.csv")]);

    public Task<NetworkSnapshot> LawFirm() => ReadAsync([In("lazega_law_firm/nodes.csv"), In("lazega_law_firm/edges.csv")]);

    /// <summary>Who buys at least a hundredth of its purchases from whom.</summary>
    public Task<NetworkSnapshot> Industries()
    {
        var rows = Csv.Read(In("industry_bea_use/use_2022_summary_long.csv"));
        var bought = rows.GroupBy(row => row["buying_industry"]).ToDictionary(of => of.Key, of => of.Sum(Amount));
        var ties = rows.Where(row =>
            row["commodity"] != row["buying_industry"] && Amount(row) >= 0.01 * bought[row["buying_industry"]]
        );
        var names = rows.Select(row => (Id: row["commodity"], Name: row["commodity_name"]))
            .Concat(rows.Select(row => (Id: row["buying_industry"], Name: row["industry_name"])))
            .DistinctBy(industry => industry.Id);
        return ReadAsync([
            Write("businesses.csv", ["id", "name"], names.Select(industry => new[] { industry.Id, industry.Name })),
            Write(
                "ties.csv",
                ["from", "to", "type"],
                ties.Select(row => new[] { row["commodity"], row["buying_industry"], "supplies" })
            ),
        ]);

        static double Amount(IReadOnlyDictionary<string, string> row) =>
            double.Parse(row["million_usd"], CultureInfo.InvariantCulture);
    }

    /// <summary>Public contracts, without the division that was made of the contracts themselves.</summary>
    public Task<NetworkSnapshot> Contracts(string folder)
    {
        var nodes = Csv.Read(In($"{folder}/nodes.csv"));
        string[] kept = [.. nodes[0].Keys.Where(column => column != "main_cpv_division").Select(column => column)];
        var ties = Csv.Read(In($"{folder}/edges.csv"));
        return ReadAsync(
            [
                Write(
                    "businesses.csv",
                    [.. kept.Select(column => column == "kind" ? "role" : column)],
                    nodes.Select(row => kept.Select(column => row[column]).ToArray())
                ),
                Write(
                    "ties.csv",
                    ["from", "to", "type", "industry_code", "industry_scheme"],
                    ties.Select(row =>
                        new[] { row["source"], row["target"], "supplies", row["cpv"], row["cpv"].Length > 0 ? "CPV" : "" }
                    )
                ),
            ],
            In("places_uk_outcodes/postcodes.csv")
        );
    }

    public Task<NetworkSnapshot> Graph(string name)
    {
        var file = Path.Combine(_work, name + ".txt");
        using (var packed = new GZipStream(File.OpenRead(In($"graphs/{name}.txt.gz")), CompressionMode.Decompress))
        using (var unpacked = File.Create(file))
        {
            packed.CopyTo(unpacked);
        }

        return ReadAsync([file]);
    }

    string In(string path) => Path.Combine(data, path);

    string Write(string name, string[] header, IEnumerable<string[]> rows)
    {
        var file = Path.Combine(_work, name);
        Csv.Write(file, header, rows);
        return file;
    }

    async Task<NetworkSnapshot> ReadAsync(IReadOnlyList<string> files, string? places = null)
    {
        var name = Path.Combine(_work, "store.db");
        foreach (var old in Directory.GetFiles(_work, "store.db*"))
        {
            File.Delete(old);
        }

        await using var store = NetworkStores.Open(name);
        await new ImportJob(store).RunAsync(
            new ImportRequest
            {
                Files = files,
                Places = places is null ? [] : [places],
                IsMatched = false,
            }
        );
        return await NetworkSnapshot.ReadAsync(store);
    }
}
