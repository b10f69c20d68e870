using System.Text;
using System.Xml;
using BizGraph.Ingest.Files;

namespace BizGraph.Ingest.GraphFiles;

/// <summary>The nodes and edges of a graph file, one after the other, with their values. Memory is bounded by one of them.</summary>
sealed class GraphItems(Stream bytes, GraphDialect dialect, GraphTable nodes, GraphTable edges) : IDisposable
{
    const int LongestItem = 1 << 20; // characters

    readonly XmlReader _xml = SafeXml.Open(bytes);
    readonly Stack<string?> _defaultDirections = new();
    readonly StringBuilder _text = new();
    string? _key; // of the value in hand
    string? _label; // that a drawing program put inside the value
    bool _isInLabel;
    bool _isEdge;
    bool _isInItem;
    string? _declaredKey;
    string? _declaredFor;
    int _length;

    /// <summary>Whether the item in hand is a node or an edge.</summary>
    public GraphTable Table => _isEdge ? edges : nodes;

    /// <summary>Its values, each with its column.</summary>
    public List<(int Column, string Text)> Values { get; } = [];

    /// <summary>Its length in characters.</summary>
    public int Length => _length;

    /// <summary>Whether it is longer than the limit.</summary>
    public bool IsTooLong => _length > LongestItem;

    /// <summary>How many hyperedges were passed over: they tie more than two, or none in particular.</summary>
    public int Hyperedges { get; private set; }

    /// <summary>Goes to the next node or edge. False at the end.</summary>
    public bool Read()
    {
        while (SafeXml.Next(_xml))
        {
            var isDone = _xml.NodeType switch
            {
                XmlNodeType.Element => Begin(),
                XmlNodeType.EndElement => End(),
                XmlNodeType.Text or XmlNodeType.CDATA => Hear(),
                _ => false,
            };
            if (isDone)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    // True where an item is whole: it is an empty tag, or a graph of its own begins inside it.
    bool Begin()
    {
        var tag = _xml.LocalName;
        if (tag == nodes.Item || tag == edges.Item)
        {
            return BeginItem(tag == nodes.Item ? nodes : edges);
        }

        if (tag == dialect.Declaration)
        {
            Declare();
        }
        else if (tag == "hyperedge")
        {
            Hyperedges++;
        }
        else if (tag == "attributes")
        {
            _declaredFor = _xml.GetAttribute("class");
        }
        else if (tag == "graph" && !_xml.IsEmptyElement)
        {
            _defaultDirections.Push(_xml.GetAttribute(dialect.DefaultDirection));
        }
        else if (tag == dialect.Value && _isInItem)
        {
            BeginValue();
        }
        else if (tag is "NodeLabel" or "EdgeLabel" or "default" && !_xml.IsEmptyElement)
        {
            _isInLabel = tag != "default";
            _text.Clear();
        }

        return _isInItem && tag is "graph" or "nodes" && EndItem();
    }

    bool End()
    {
        var tag = _xml.LocalName;
        if (tag == "graph")
        {
            _defaultDirections.TryPop(out _);
        }
        else if (tag == "default" && _declaredKey is not null)
        {
            var value = _text.ToString().Trim();
            nodes.SetDefault(_declaredKey, value);
            edges.SetDefault(_declaredKey, value);
        }
        else if (tag is "NodeLabel" or "EdgeLabel")
        {
            (_label, _isInLabel) = (_label ?? _text.ToString(), false);
        }
        else if (tag == dialect.Value && _key is not null)
        {
            EndValue(_text.ToString());
        }

        return (tag == nodes.Item || tag == edges.Item) && _isInItem && EndItem();
    }

    // A drawing's label is the text of its value; the rest of the drawing is colours and places on a canvas.
    bool Hear()
    {
        if (_length <= LongestItem && (_label is null || _isInLabel))
        {
            _text.Append(_xml.Value);
        }

        _length += _isInItem ? _xml.Value.Length : 0;
        return false;
    }

    bool BeginItem(GraphTable table)
    {
        (_isEdge, _isInItem, _length) = (ReferenceEquals(table, edges), true, 0);
        Values.Clear();
        if (_isEdge)
        {
            Add(table.ColumnOfAttribute(GraphTable.Direction), _defaultDirections.TryPeek(out var direction) ? direction : null);
        }

        while (_xml.MoveToNextAttribute())
        {
            if (_xml.Prefix != "xmlns" && _xml.LocalName != "xmlns")
            {
                var isDirection = _isEdge && _xml.LocalName == dialect.Direction;
                Add(table.ColumnOfAttribute(isDirection ? GraphTable.Direction : _xml.LocalName), _xml.Value);
            }
        }

        _xml.MoveToElement();
        return _xml.IsEmptyElement && EndItem();
    }

    bool EndItem()
    {
        (_isInItem, _key, _label) = (false, null, null);
        return true;
    }

    void BeginValue()
    {
        _key = _xml.GetAttribute(dialect.Key) ?? _xml.GetAttribute("id") ?? string.Empty;
        _label = null;
        _text.Clear();
        if (_xml.GetAttribute("value") is { } value)
        {
            EndValue(value);
        }
        else if (_xml.IsEmptyElement)
        {
            _key = null;
        }
    }

    void EndValue(string value)
    {
        Add(_label is null ? Table.ColumnOfKey(_key!) : Table.ColumnOfAttribute("label"), _label ?? value);
        (_key, _label) = (null, null);
    }

    void Declare()
    {
        _declaredKey = _xml.GetAttribute("id") ?? string.Empty;
        var name = _xml.GetAttribute(dialect.DeclaredName) ?? _xml.GetAttribute("yfiles.type") ?? _declaredKey;
        var isFor = _xml.GetAttribute("for") ?? _declaredFor ?? "all";
        if (isFor is "node" or "all")
        {
            nodes.Declare(_declaredKey, name);
        }

        if (isFor is "edge" or "all")
        {
            edges.Declare(_declaredKey, name);
        }
    }

    void Add(int column, string? text)
    {
        if (text?.Trim() is { Length: > 0 } said)
        {
            _length += said.Length;
            Values.Add((column, _length > LongestItem ? string.Empty : said));
        }
    }
}
