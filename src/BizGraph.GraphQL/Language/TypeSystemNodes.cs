namespace BizGraph.GraphQL.Language;

/// <summary>A definition of the type system, or an extension of one (spec 3).</summary>
abstract class TypeSystemNode(int start, string? name) : DefinitionNode(start)
{
    /// <summary>The name that it defines or extends; null for a schema.</summary>
    public string? Name { get; } = name;
    public bool IsExtension { get; set; }
    public string? Description { get; set; }
    public DirectiveNode[] Directives { get; set; } = [];
}

sealed class SchemaDefinitionNode(int start) : TypeSystemNode(start, null)
{
    public OperationTypeNode[] OperationTypes { get; init; } = [];
}

sealed class OperationTypeNode(int start, OperationKind kind, NamedTypeNode type) : SyntaxNode(start)
{
    public OperationKind Kind { get; } = kind;
    public NamedTypeNode Type { get; } = type;
}

sealed class ScalarDefinitionNode(int start, string name) : TypeSystemNode(start, name);

/// <summary>An object type, or an interface.</summary>
sealed class FieldsDefinitionNode(int start, string name, bool isInterface) : TypeSystemNode(start, name)
{
    public bool IsInterface { get; } = isInterface;
    public NamedTypeNode[] Interfaces { get; init; } = [];
    public FieldDefinitionNode[] Fields { get; init; } = [];
}

sealed class FieldDefinitionNode(int start, string name, TypeNode type) : SyntaxNode(start)
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public string? Description { get; init; }
    public InputValueDefinitionNode[] Arguments { get; init; } = [];
    public DirectiveNode[] Directives { get; init; } = [];
}

sealed class InputValueDefinitionNode(int start, string name, TypeNode type) : SyntaxNode(start)
{
    public string Name { get; } = name;
    public TypeNode Type { get; } = type;
    public string? Description { get; init; }
    public ValueNode? Default { get; init; }
    public DirectiveNode[] Directives { get; init; } = [];
}

sealed class UnionDefinitionNode(int start, string name) : TypeSystemNode(start, name)
{
    public NamedTypeNode[] Members { get; init; } = [];
}

sealed class EnumDefinitionNode(int start, string name) : TypeSystemNode(start, name)
{
    public EnumValueDefinitionNode[] Values { get; init; } = [];
}

sealed class EnumValueDefinitionNode(int start, string name) : SyntaxNode(start)
{
    public string Name { get; } = name;
    public string? Description { get; init; }
    public DirectiveNode[] Directives { get; init; } = [];
}

sealed class InputObjectDefinitionNode(int start, string name) : TypeSystemNode(start, name)
{
    public InputValueDefinitionNode[] Fields { get; init; } = [];
}

sealed class DirectiveDefinitionNode(int start, string name) : TypeSystemNode(start, name)
{
    public InputValueDefinitionNode[] Arguments { get; init; } = [];
    public bool IsRepeatable { get; init; }
    public required string[] Locations { get; init; }
}
