using System.Xml;
using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>XML of strangers: no document type, no entities, nothing fetched, nothing endless.</summary>
static class SafeXml
{
    const int MostDepth = 256;
    const int MostNames = 100_000;

    /// <summary>Opens it; the reader disposes the bytes.</summary>
    public static XmlReader Open(Stream bytes) =>
        XmlReader.Create(
            new MarkupGuard(bytes),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                NameTable = new BoundedNames(),
            }
        );

    /// <summary>Goes to the next node. False at the end.</summary>
    /// <exception cref="UnreadableFileException">It is broken, or not safe.</exception>
    public static bool Next(XmlReader xml)
    {
        try
        {
            if (!xml.Read())
            {
                return false;
            }

            // A long text is parsed when it is asked for, and may break off there.
            _ = xml.Value;
            return xml.Depth <= MostDepth ? true : throw TooDeep();
        }
        catch (XmlException broken)
        {
            throw Broken(broken);
        }
    }

    static UnreadableFileException TooDeep() =>
        new($"tags that are nested more than {MostDepth} deep", "a file as programs write it", ImportProblemKind.OverLimit);

    /// <summary>What is said of XML that cannot be read.</summary>
    public static UnreadableFileException Broken(XmlException broken) =>
        broken.Message.Contains("DTD", StringComparison.Ordinal) || broken.Message.Contains("entity", StringComparison.Ordinal)
            ? new UnreadableFileException(
                "XML with a document type definition or an entity",
                "XML without them: they could read other files or fill the memory",
                ImportProblemKind.UnsafeXml
            )
            : new UnreadableFileException(
                $"XML that breaks off or is damaged at line {broken.LineNumber:N0}, column {broken.LinePosition:N0}",
                "a whole file; export or copy it again",
                ImportProblemKind.DamagedFile
            );

    /// <summary>Every name in a file is kept for good, so there must be an end to them.</summary>
    sealed class BoundedNames : NameTable
    {
        int _count;

        public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        string Count(string name) =>
            ++_count <= MostNames
                ? name
                : throw new UnreadableFileException(
                    $"more than {MostNames:N0} names of tags and attributes",
                    "a file as programs write it",
                    ImportProblemKind.OverLimit
                );
    }
}
