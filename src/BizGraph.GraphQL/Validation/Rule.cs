using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation;

/// <summary>One rule of spec section 5. The walker tells it what it meets, in document order.</summary>
abstract class Rule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    protected Schema Schema => Context.Schema;

    protected DocumentNode Document => Context.Document;

    public virtual void EnterDocument() { }

    public virtual void LeaveDocument() { }

    public virtual void EnterOperation(OperationDefinitionNode operation) { }

    public virtual void LeaveOperation(OperationDefinitionNode operation) { }

    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment) { }

    public virtual void EnterVariableDefinition(VariableDefinitionNode definition) { }

    public virtual void EnterSelectionSet(SelectionSetNode set, CompositeType? parent) { }

    public virtual void EnterField(FieldNode field, CompositeType? parent, FieldDefinition? definition) { }

    public virtual void LeaveField(FieldNode field, FieldDefinition? definition) { }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment, CompositeType? parent) { }

    public virtual void EnterSpread(FragmentSpreadNode spread, CompositeType? parent) { }

    /// <summary>All directives of one place.</summary>
    public virtual void EnterDirectives(DirectiveNode[] directives, string location) { }

    public virtual void LeaveDirective(DirectiveNode directive, DirectiveDefinition? definition) { }

    /// <summary>An argument of a field or directive.</summary>
    public virtual void EnterArgument(ArgumentNode argument, InputValue? definition, ArgumentOwner owner) { }

    /// <summary>A whole value: an argument's or a default. The type is null where it is unknown.</summary>
    public virtual void EnterValue(ValueNode value, GraphType? type, InputValue? definition) { }

    protected void Report(string message, params IEnumerable<SyntaxNode> nodes) => Context.Report(message, nodes);
}

/// <summary>What arguments are given to; both are null where the owner is unknown.</summary>
readonly record struct ArgumentOwner(
    FieldNode? Field,
    CompositeType? Parent,
    FieldDefinition? Definition,
    DirectiveNode? Directive
)
{
    public DirectiveDefinition? DirectiveDefinition { get; init; }
}
