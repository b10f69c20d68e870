namespace BizGraph.GraphQL.Language;

/// <summary>An input value (spec 2.10).</summary>
abstract class ValueNode(int start) : SyntaxNode(start);

sealed class VariableNode(int start, NameNode name) : ValueNode(start)
{
    public NameNode NameNode { get; } = name;

    public string Name => NameNode.Value;
}

sealed class IntValueNode(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

sealed class FloatValueNode(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

sealed class StringValueNode(int start, string value, bool isBlock = false) : ValueNode(start)
{
    public string Value { get; } = value;
    public bool IsBlock { get; } = isBlock;
}

sealed class BooleanValueNode(int start, bool value) : ValueNode(start)
{
    public bool Value { get; } = value;
}

sealed class NullValueNode(int start) : ValueNode(start);

sealed class EnumValueNode(int start, string name) : ValueNode(start)
{
    public string Name { get; } = name;
}

sealed class ListValueNode(int start, ValueNode[] items) : ValueNode(start)
{
    public ValueNode[] Items { get; } = items;
}

sealed class ObjectValueNode(int start, ObjectFieldNode[] fields) : ValueNode(start)
{
    public ObjectFieldNode[] Fields { get; } = fields;

    public ObjectFieldNode? Field(string name) => Array.Find(Fields, field => field.Name.Value == name);
}

sealed class ObjectFieldNode(int start, NameNode name, ValueNode value) : SyntaxNode(start)
{
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
