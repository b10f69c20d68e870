using System.Text;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;

namespace BizGraph.Api.Tables;

/// <summary>A folder with tables of one's own: synonyms, and which industry buys from which. What is not there stays as it is.</summary>
static class TableFolder
{
    /// <summary>Words that mean the same, a group a line.</summary>
    public const string SynonymFile = "synonyms.txt";

    /// <summary>How much each sector buys from each other one.</summary>
    public const string PurchaseFile = "industry-purchases.csv";

    /// <summary>Which codes of industries lead to which sector.</summary>
    public const string SectorFile = "industry-sectors.csv";

    const long LargestFile = 16 << 20; // bytes; the default ones have a few thousand

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The names of all tables.</summary>
    public static IReadOnlyList<string> Names { get; } = [SynonymFile, PurchaseFile, SectorFile];

    /// <summary>Reads a folder; without one, the default tables.</summary>
    /// <exception cref="WrongTableException">The folder is not there, has none of the tables, or one of them cannot be understood.</exception>
    public static NetworkTables Read(string? folder)
    {
        if (folder is null)
        {
            return NetworkTables.Default;
        }

        if (!Names.Any(name => File.Exists(Path.Combine(folder, name))))
        {
            throw new WrongTableException(
                $"{folder} has none of {string.Join(", ", Names)}; 'bizgraph tables {folder}' writes them, to be changed."
            );
        }

        return new NetworkTables { Synonyms = ReadSynonyms(folder), Industries = ReadIndustries(folder) };
    }

    /// <summary>Writes the default tables into a folder, made where there is none; never over a file.</summary>
    public static void WriteDefaults(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Names)
        {
            using var from = NetworkTables.OpenDefault(name);
            using var to = new FileStream(Path.Combine(folder, name), FileMode.CreateNew);
            from.CopyTo(to);
        }
    }

    static Synonyms ReadSynonyms(string folder)
    {
        using var text = Open(folder, SynonymFile);
        return Understood(folder, SynonymFile, () => Synonyms.Read(text));
    }

    static IndustryTable ReadIndustries(string folder)
    {
        using var sectors = Open(folder, SectorFile);
        using var purchases = Open(folder, PurchaseFile);
        return Understood(folder, $"{PurchaseFile} and {SectorFile}", () => IndustryTable.Read(purchases, sectors));
    }

    static T Understood<T>(string folder, string names, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            var problem =
                exception is FormatException ? exception.Message : "found bytes that are no UTF-8, expected UTF-8 text.";
            throw new WrongTableException($"{names} in {folder}: {problem}");
        }
    }

    static StreamReader Open(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists)
        {
            return new StreamReader(NetworkTables.OpenDefault(name), Utf8);
        }

        return file.Length <= LargestFile
            ? new StreamReader(file.FullName, Utf8)
            : throw new WrongTableException(
                $"{name} in {folder} has {file.Length >> 20:N0} MB; {LargestFile >> 20} MB at most expected."
            );
    }
}
