using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.GraphFiles;

/// <summary>Graph files in XML: GraphML and GEXF.</summary>
sealed class GraphFileFormat : IFileFormat
{
    static readonly GraphDialect[] Dialects = [GraphDialect.GraphMl, GraphDialect.Gexf];

    /// <inheritdoc/>
    public bool IsText => false;

    /// <inheritdoc/>
    public bool Fits(FileHead head) =>
        head.Text() is { Length: > 1 } text && text[0] == '<' && (text[1] is '?' or '!' || char.IsAsciiLetter(text[1]));

    /// <inheritdoc/>
    public IReadOnlyList<Table> TablesOf(FileScan scan, NamedColumns named, CancellationToken cancellation)
    {
        var dialect = DialectOf(scan);
        var (nodes, edges) = (new GraphTable("node"), new GraphTable("edge"));
        using var items = new GraphItems(scan.Open(), dialect, nodes, edges);
        while (items.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            items.Table.ItemCount++;
        }

        // The reader meets no column that the survey did not.
        Table TableOf(string name, GraphTable table) =>
            new(name, bytes => new GraphRowReader(new GraphItems(bytes, dialect, nodes, edges), table))
            {
                MayHoldBadText = true,
                IsSequential = true,
            };

        List<Table> tables = [];
        if (nodes.ItemCount > 0)
        {
            tables.Add(TableOf("nodes", nodes));
        }

        if (edges.ItemCount > 0)
        {
            tables.Add(TableOf("edges", edges));
        }

        if (tables.Count > 0 && items.Hyperedges > 0)
        {
            var found = items.Hyperedges == 1 ? "a hyperedge" : $"{items.Hyperedges:N0} hyperedges";
            tables[^1] = tables[^1] with
            {
                LeftOut = new RowFault(ImportProblemKind.NotATie, found, "edges between two nodes; left out"),
            };
        }

        return tables.Count > 0
            ? tables
            : throw new UnreadableFileException("a graph without nodes and edges", "a graph with some");
    }

    static GraphDialect DialectOf(FileScan scan)
    {
        using var xml = SafeXml.Open(scan.Open());
        while (SafeXml.Next(xml))
        {
            if (xml.NodeType == System.Xml.XmlNodeType.Element)
            {
                return Array.Find(Dialects, dialect => dialect.Root == xml.LocalName)
                    ?? throw new UnreadableFileException($"XML of another kind: <{xml.LocalName}>", "GraphML or GEXF");
            }
        }

        throw new UnreadableFileException("XML without content", "GraphML or GEXF");
    }
}
