namespace BizGraph.GraphQL.Language;

enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation (spec 2.3).</summary>
sealed class OperationDefinitionNode(int start, OperationKind kind, NameNode? name) : DefinitionNode(start)
{
    public OperationKind Kind { get; } = kind;
    public NameNode? Name { get; } = name;
    public VariableDefinitionNode[] Variables { get; init; } = [];
    public DirectiveNode[] Directives { get; init; } = [];
    public required SelectionSetNode SelectionSet { get; init; }
}

sealed class VariableDefinitionNode(int start, VariableNode variable, TypeNode type) : SyntaxNode(start)
{
    public VariableNode Variable { get; } = variable;
    public TypeNode Type { get; } = type;
    public ValueNode? Default { get; init; }
    public DirectiveNode[] Directives { get; init; } = [];
}

/// <summary>A fragment (spec 2.9).</summary>
sealed class FragmentDefinitionNode(int start, NameNode name, NamedTypeNode typeCondition) : DefinitionNode(start)
{
    public NameNode Name { get; } = name;
    public NamedTypeNode TypeCondition { get; } = typeCondition;
    public DirectiveNode[] Directives { get; init; } = [];
    public required SelectionSetNode SelectionSet { get; init; }
}

sealed class SelectionSetNode(int start, SelectionNode[] selections) : SyntaxNode(start)
{
    public SelectionNode[] Selections { get; } = selections;
}

abstract class SelectionNode(int start) : SyntaxNode(start)
{
    public DirectiveNode[] Directives { get; init; } = [];
}

sealed class FieldNode(int start, NameNode? alias, NameNode name) : SelectionNode(start)
{
    public NameNode? Alias { get; } = alias;
    public NameNode Name { get; } = name;

    public string ResponseName => (Alias ?? Name).Value;

    public ArgumentNode[] Arguments { get; init; } = [];
    public SelectionSetNode? SelectionSet { get; init; }
}

sealed class FragmentSpreadNode(int start, NameNode name) : SelectionNode(start)
{
    public NameNode Name { get; } = name;
}

sealed class InlineFragmentNode(int start, NamedTypeNode? typeCondition) : SelectionNode(start)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;
    public required SelectionSetNode SelectionSet { get; init; }
}
