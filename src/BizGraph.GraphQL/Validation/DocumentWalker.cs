using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Validation;

/// <summary>Goes through a document in order, with the types of the schema at hand, and tells each rule what it meets.</summary>
sealed class DocumentWalker(ValidationContext context, IReadOnlyList<Rule> rules)
{
    public void Walk()
    {
        foreach (var rule in rules)
            rule.EnterDocument();
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull)
                break;
            if (definition is OperationDefinitionNode operation)
                Walk(operation);
            else if (definition is FragmentDefinitionNode fragment)
                Walk(fragment);
        }
        foreach (var rule in rules)
            rule.LeaveDocument();
    }

    void Walk(OperationDefinitionNode operation)
    {
        foreach (var rule in rules)
            rule.EnterOperation(operation);
        foreach (var variable in operation.Variables)
            if (!context.IsFull)
                Walk(variable);
        Walk(operation.Directives, operation.Kind.ToString().ToUpperInvariant());
        Walk(operation.SelectionSet, context.Schema.Root(operation.Kind));
        foreach (var rule in rules)
            rule.LeaveOperation(operation);
    }

    void Walk(FragmentDefinitionNode fragment)
    {
        foreach (var rule in rules)
            rule.EnterFragmentDefinition(fragment);
        Walk(fragment.Directives, "FRAGMENT_DEFINITION");
        Walk(fragment.SelectionSet, context.Composite(fragment.TypeCondition));
    }

    void Walk(VariableDefinitionNode variable)
    {
        foreach (var rule in rules)
            rule.EnterVariableDefinition(variable);
        if (variable.Default is not null)
        {
            var type = context.Schema.TypeOf(variable.Type);
            foreach (var rule in rules)
                rule.EnterValue(variable.Default, type is { IsInput: true } ? type : null, null);
        }
        Walk(variable.Directives, "VARIABLE_DEFINITION");
    }

    void Walk(SelectionSetNode set, CompositeType? parent)
    {
        foreach (var rule in rules)
            rule.EnterSelectionSet(set, parent);
        foreach (var selection in set.Selections)
        {
            if (context.IsFull)
                return;
            switch (selection)
            {
                case FieldNode field:
                    Walk(field, parent);
                    break;
                case InlineFragmentNode inline:
                    Walk(inline, parent);
                    break;
                case FragmentSpreadNode spread:
                    foreach (var rule in rules)
                        rule.EnterSpread(spread, parent);
                    Walk(spread.Directives, "FRAGMENT_SPREAD");
                    break;
            }
        }
    }

    void Walk(FieldNode field, CompositeType? parent)
    {
        var definition = parent is null ? null : context.Schema.Field(parent, field.Name.Value);
        foreach (var rule in rules)
            rule.EnterField(field, parent, definition);
        foreach (var argument in field.Arguments)
            Walk(argument, definition?.Argument(argument.Name.Value), new ArgumentOwner(field, parent, definition, null));
        Walk(field.Directives, "FIELD");
        if (field.SelectionSet is not null)
            Walk(field.SelectionSet, definition?.Type.Named as CompositeType);
        foreach (var rule in rules)
            rule.LeaveField(field, definition);
    }

    void Walk(InlineFragmentNode fragment, CompositeType? parent)
    {
        foreach (var rule in rules)
            rule.EnterInlineFragment(fragment, parent);
        Walk(fragment.Directives, "INLINE_FRAGMENT");
        Walk(fragment.SelectionSet, fragment.TypeCondition is null ? parent : context.Composite(fragment.TypeCondition));
    }

    void Walk(DirectiveNode[] directives, string location)
    {
        if (directives.Length == 0)
            return;
        foreach (var rule in rules)
            rule.EnterDirectives(directives, location);
        foreach (var directive in directives)
        {
            var definition = context.Schema.Directive(directive.Name.Value);
            var owner = new ArgumentOwner(null, null, null, directive) { DirectiveDefinition = definition };
            foreach (var argument in directive.Arguments)
                Walk(argument, definition?.Argument(argument.Name.Value), owner);
            foreach (var rule in rules)
                rule.LeaveDirective(directive, definition);
        }
    }

    void Walk(ArgumentNode argument, InputValue? definition, ArgumentOwner owner)
    {
        foreach (var rule in rules)
            rule.EnterArgument(argument, definition, owner);
        foreach (var rule in rules)
            rule.EnterValue(argument.Value, definition?.Type, definition);
    }
}
