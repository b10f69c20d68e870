using System.Text.Json;
using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Ocds;

namespace BizGraph.Ingest.Json;

/// <summary>JSON and JSON Lines: BizGraph's own names, node-link graphs of networkx and d3, Kumu, Polinode, Cytoscape; OCDS releases.</summary>
sealed class JsonFormat : IFileFormat
{
    /// <summary>How many objects may stand around a list.</summary>
    public const int MostDepthOfLists = 4;

    /// <inheritdoc/>
    public bool IsText => true;

    /// <inheritdoc/>
    public bool Fits(FileHead head)
    {
        var text = head.Text().AsSpan();
        if (text.Length == 0 || text[0] is not ('{' or '['))
        {
            return false;
        }

        var next = text[1..].TrimStart();
        return next.Length == 0
            || (
                text[0] == '{'
                    ? next[0] is '"' or '}' or '/'
                    : next[0] is '{' or '[' or '"' or ']' or '/' || char.IsAsciiDigit(next[0])
            );
    }

    /// <inheritdoc/>
    public IReadOnlyList<Table> TablesOf(FileScan scan, NamedColumns named, CancellationToken cancellation)
    {
        var isLines = IsLines(scan);
        JsonItems Open(Stream bytes) =>
            isLines ? new JsonLineItems(scan.Encoding.TextOf(bytes)) : new JsonDocumentItems(scan.Encoding.TextOf(bytes));

        using var items = Open(scan.Open());
        var lists = new Dictionary<string, JsonList>();
        while (items.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (items.Fault is not null)
            {
                continue;
            }

            if (OcdsReleases.Fit(items))
            {
                return OcdsTables.Of(bytes => new OcdsReleases(Open(bytes)), scan, cancellation);
            }

            Look(items, lists);
        }

        Conclude(lists.Values, (items as JsonDocumentItems)?.IsDirected);
        return lists.Count > 0 ? [.. lists.Values.Select(list => TableOf(list, Open))] : throw NoLists();
    }

    static void Look(JsonItems items, Dictionary<string, JsonList> lists)
    {
        if (!lists.TryGetValue(items.List, out var list))
        {
            lists.Add(items.List, list = new JsonList(items.List));
        }

        try
        {
            list.Look(items.Item);
        }
        catch (InvalidOperationException)
        {
            // Half a character in a text: said when its row is read.
        }
    }

    static Table TableOf(JsonList list, Func<Stream, JsonItems> open) =>
        new(list.Name.Length == 0 ? null : $"list {list.Name}", bytes => new JsonRowReader(open(bytes), list))
        {
            MayHoldBadText = true,
            IsSequential = true,
        };

    static void Conclude(IReadOnlyCollection<JsonList> lists, bool? isDirected)
    {
        var nodes = lists.FirstOrDefault(list => !list.IsOfTies);
        foreach (var ties in lists.Where(list => list.IsOfTies))
        {
            ties.Conclude(nodes, isDirected);
        }
    }

    static UnreadableFileException NoLists() =>
        new(
            "JSON without a list",
            "a list of objects, or an object with lists such as businesses and relationships, nodes and edges, or releases"
        );

    // Lines are whole by themselves; a document goes over several, or is one line with lists in it.
    static bool IsLines(FileScan scan)
    {
        using var lines = new JsonLineItems(scan.OpenText());
        return lines.Read()
            && lines.Fault is null
            && ((lines.Item.ValueKind == JsonValueKind.Object && !HasLists(lines.Item, MostDepthOfLists)) || lines.Read());
    }

    static bool HasLists(JsonElement item, int depth) =>
        item.EnumerateObject()
            .Any(property =>
                property.Value.ValueKind == JsonValueKind.Array
                    ? JsonLists.IsList(property.Name)
                    : property.Value.ValueKind == JsonValueKind.Object && depth > 1 && HasLists(property.Value, depth - 1)
            );
}
