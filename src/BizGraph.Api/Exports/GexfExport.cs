using System.Globalization;
using System.Text;
using System.Xml;
using BizGraph.Analysis;
using BizGraph.Model;

namespace BizGraph.Api.Exports;

/// <summary>A network as GEXF 1.2, the format of Gephi: the businesses and ties that are in the graph, isolated ones too, with places and metrics.</summary>
static class GexfExport
{
    const string Namespace = "http://www.gexf.net/1.2draft";

    // csharpier-ignore - an attribute is one line
    static readonly (string Title, string Type, Func<Business, string?> Text)[] OfBusiness =
    [
        ("kind", "string", b => b.Kind.ToString()),
        ("industry", "string", b => b.Facts.Industry?.ToString()),
        ("locality", "string", b => b.Facts.Place?.Locality),
        ("ownership", "string", b => b.Ownership.ToString()),
        ("networks", "string", b => ColumnText.Of(b.Facts.Networks)),
        ("latitude", "double", b => ColumnText.Of(b.Facts.Place?.Latitude)),
        ("longitude", "double", b => ColumnText.Of(b.Facts.Place?.Longitude)),
    ];

    // csharpier-ignore - an attribute is one line
    static readonly (string Title, string Type, Func<Relationship, string?> Text)[] OfTie =
    [
        ("relation", "string", r => r.Type.ToString()),
        ("kind", "string", r => r.Facts.Kind),
        ("amount", "double", r => ColumnText.Of(r.Facts.Amount)),
        ("currency", "string", r => r.Facts.Currency),
        ("since", "string", r => ColumnText.Of(r.Facts.Since)),
        ("until", "string", r => ColumnText.Of(r.Facts.Until)),
    ];

    /// <summary>Writes the network.</summary>
    public static void Write(Stream stream, NetworkSnapshot snapshot, NetworkMetrics metrics)
    {
        using var xml = XmlWriter.Create(
            stream,
            new XmlWriterSettings
            {
                Indent = true,
                Encoding = new UTF8Encoding(false),
                NewLineChars = "\n",
            }
        );
        xml.WriteStartDocument();
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.2");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        WriteTitles(
            xml,
            "node",
            [.. OfBusiness.Select(a => (a.Title, a.Type)), .. metrics.Names.Select(name => (name, "double"))]
        );
        WriteTitles(xml, "edge", [.. OfTie.Select(a => (a.Title, a.Type))]);
        WriteNodes(xml, snapshot, metrics);
        WriteEdges(xml, snapshot);
        xml.WriteEndDocument();
    }

    static void WriteNodes(XmlWriter xml, NetworkSnapshot snapshot, NetworkMetrics metrics)
    {
        xml.WriteStartElement("nodes", Namespace);
        for (var node = 0; node < snapshot.NodeCount; node++)
        {
            var business = snapshot.BusinessOf(node);
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Legal(business.Id.Value));
            xml.WriteAttributeString("label", Legal(business.Name));
            WriteValues(xml, [.. OfBusiness.Select(a => a.Text(business)), .. metrics.Of(business)]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteEdges(XmlWriter xml, NetworkSnapshot snapshot)
    {
        xml.WriteStartElement("edges", Namespace);
        foreach (var (number, tie) in snapshot.Relationships.Where(tie => IsInGraph(snapshot, tie)).Index())
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", Legal(tie.From.Value));
            xml.WriteAttributeString("target", Legal(tie.To.Value));
            xml.WriteAttributeString("type", tie.Key.IsDirected ? "directed" : "undirected");
            xml.WriteAttributeString("weight", tie.Weight.ToString("R", CultureInfo.InvariantCulture));
            WriteValues(xml, [.. OfTie.Select(a => a.Text(tie))]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static bool IsInGraph(NetworkSnapshot snapshot, Relationship tie) =>
        tie.From != tie.To
        && tie.Facts.Ended != true
        && snapshot.NodeOf(tie.From) is not null
        && snapshot.NodeOf(tie.To) is not null;

    static void WriteTitles(XmlWriter xml, string @class, IReadOnlyList<(string Title, string Type)> attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", @class);
        foreach (var (number, (title, type)) in attributes.Index())
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", title);
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteValues(XmlWriter xml, IReadOnlyList<string?> values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach (var (number, value) in values.Index().Where(v => !string.IsNullOrEmpty(v.Item)))
        {
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("value", Legal(value!));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>XML has no place for most control characters and for halves of surrogate pairs: they become �.</summary>
    static string Legal(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            legal.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return legal.ToString();
    }
}
