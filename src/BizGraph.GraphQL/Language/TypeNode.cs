namespace BizGraph.GraphQL.Language;

/// <summary>A reference to a type (spec 2.12).</summary>
abstract class TypeNode(int start) : SyntaxNode(start)
{
    /// <summary>The name within all wrappers.</summary>
    public NamedTypeNode Named
    {
        get
        {
            var type = this;
            while (true)
            {
                if (type is NamedTypeNode named)
                    return named;
                type = type is ListTypeNode list ? list.Item : ((NonNullTypeNode)type).Inner;
            }
        }
    }
}

sealed class NamedTypeNode(int start, string name) : TypeNode(start)
{
    public string Name { get; } = name;

    public override string ToString() => Name;
}

sealed class ListTypeNode(int start, TypeNode item) : TypeNode(start)
{
    public TypeNode Item { get; } = item;

    public override string ToString() => $"[{Item}]";
}

sealed class NonNullTypeNode(int start, TypeNode inner) : TypeNode(start)
{
    public TypeNode Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}
