using System.Text;
using BizGraph.Ingest.Previews;
using BizGraph.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace BizGraph.Ingest.Mappings;

/// <summary>Mappings as YAML files, which people change by hand.</summary>
public static class MappingFile
{
    /// <summary>The entry of a list's columns that are kept as attributes.</summary>
    public const string Attributes = "attributes";

    const int MostBytes = 1 << 20;
    const int DeepestNesting = 8;

    const string Beginning = """
        # How BizGraph is to read these files: bizgraph import FILE... --mapping THIS_FILE
        # Under columns: for each list, what a column fills and its header as it stands in the file; several headers as [one, other].
        # Columns under attributes are kept as they are. Under relations: people's words for ties.

        """;

    const string Relations = """

        # Words for ties that are not known. Take away the # of the lines that are true, and say supplies, refers, mentors, partners,
        # exchanges, shares, sponsors, finances or knows; for a tie that runs the other way: {type: supplies, reversed: true}

        """;

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="ImportRefusedException">It is no mapping; each reason names the line, what was found and what was expected.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImportMapping Read(string path)
    {
        var name = Path.GetFileName(path);
        var length = new FileInfo(path).Length;
        if (length > MostBytes)
        {
            throw new ImportRefusedException(
                [$"{name}: found {length:N0} bytes; expected a mapping of at most {MostBytes:N0}."],
                []
            );
        }

        return Parse(File.ReadAllText(path), name);
    }

    /// <summary>Reads a mapping that is not in a file.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="ImportRefusedException">It is no mapping; each reason names the line, what was found and what was expected.</exception>
    public static ImportMapping Parse(string text, string name)
    {
        try
        {
            CheckNesting(text);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return new MappingNodes(name).Read(yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode);
        }
        catch (YamlException broken)
        {
            throw new ImportRefusedException(
                [
                    $"{name}, line {broken.End.Line}: found text that is no YAML ({broken.Message.TrimEnd('.')}); expected a mapping as --save-mapping writes it.",
                ],
                []
            );
        }
    }

    /// <summary>Writes how a preview understood its files, to be changed and used again.</summary>
    public static string Text(ImportPreview preview)
    {
        var columns = preview
            .Lists.GroupBy(list => list.Kind)
            .ToDictionary(lists => lists.Key, lists => Entries([.. lists.SelectMany(list => list.Columns)]));
        var text = new StringBuilder(Beginning);
        text.Append(new SerializerBuilder().Build().Serialize(new Dictionary<string, object> { ["columns"] = columns }));
        var words = preview.Report.Problems.Where(problem => problem.Kind == ImportProblemKind.UnknownWord).Select(p => p.Found);
        var unknown = words
            .Distinct()
            .Select(word => $"#  {new SerializerBuilder().JsonCompatible().Build().Serialize(word).Trim()}: supplies\n")
            .ToList();
        if (unknown.Count > 0)
        {
            text.Append(Relations).Append("#relations:\n").AppendJoin("", unknown);
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    static Dictionary<string, object> Entries(List<ColumnPreview> columns)
    {
        var entries = columns
            .Where(column => column.Field is not null)
            .GroupBy(column => column.Field!, column => column.Header)
            .ToDictionary(field => field.Key, field => OneOrMore([.. field.Distinct()]));
        var kept = columns.Where(column => column.Field is null).Select(column => column.Header).Distinct().ToList();
        if (kept.Count > 0)
        {
            entries.Add(Attributes, kept);
        }

        return entries;
    }

    static object OneOrMore(List<string> headers) => headers is [var only] ? only : headers;

    // The tree is built by recursion: a file of nothing but brackets must not overflow the stack.
    static void CheckNesting(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deeply");
            }
        }
    }
}
