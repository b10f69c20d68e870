using System.Text.Json;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>Writes a tree of results bit by bit, without recursion.</summary>
sealed class ResultCursor
{
    readonly Utf8JsonWriter _writer;
    readonly Stack<Frame> _open = new();

    public ResultCursor(Utf8JsonWriter writer, ResultObject root)
    {
        _writer = writer;
        Open(root);
    }

    /// <summary>Writes on until about so many bytes were added, or to the end.</summary>
    /// <returns>Whether there is more.</returns>
    public bool Write(long bytes)
    {
        var end = bytes == long.MaxValue ? bytes : Written + bytes;
        while (_open.TryPop(out var frame))
        {
            var child = WriteSlots(ref frame, end);
            if (child is null && frame.Next == frame.Node.Values.Length)
            {
                Close(frame.Node);
                continue;
            }
            _open.Push(frame);
            if (child is not null)
                Open(child);
            if (Written >= end)
                return true;
        }
        return false;
    }

    long Written => _writer.BytesCommitted + _writer.BytesPending;

    /// <summary>Writes slots up to the first that holds a node, which it returns.</summary>
    ResultNode? WriteSlots(ref Frame frame, long end)
    {
        var node = frame.Node;
        while (frame.Next < node.Values.Length && Written < end)
        {
            var slot = frame.Next++;
            var type = node is ResultObject known ? WriteKey(known, slot) : ((ResultList)node).Type.Item;
            if (node.Values[slot] is ResultNode child)
                return child;
            WriteLeaf(type, node.Values[slot]);
        }
        return null;
    }

    GraphType WriteKey(ResultObject node, int slot)
    {
        var field = node.Plan.Fields[slot];
        _writer.WritePropertyName(field.Key);
        return field.Definition.Type;
    }

    void Open(ResultNode node)
    {
        if (node is ResultObject)
            _writer.WriteStartObject();
        else
            _writer.WriteStartArray();
        _open.Push(new Frame { Node = node });
    }

    void Close(ResultNode node)
    {
        if (node is ResultObject)
            _writer.WriteEndObject();
        else
            _writer.WriteEndArray();
    }

    void WriteLeaf(GraphType type, object? value)
    {
        if (value is null)
            _writer.WriteNullValue();
        else if (type.Nullable is LeafType leaf)
            leaf.Write(_writer, value);
        else
            PlainLists.Write(_writer, value);
    }

    struct Frame
    {
        public required ResultNode Node;
        public int Next;
    }
}
