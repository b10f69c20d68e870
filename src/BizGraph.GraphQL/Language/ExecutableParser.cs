namespace BizGraph.GraphQL.Language;

/// <summary>Operations, fragments and selections (spec 2.3 to 2.9).</summary>
sealed class ExecutableParser(TokenReader tokens, ValueParser values)
{
    public OperationDefinitionNode Shorthand()
    {
        var start = tokens.Current.Start;
        return new OperationDefinitionNode(start, OperationKind.Query, null) { SelectionSet = SelectionSet() };
    }

    public OperationDefinitionNode Operation()
    {
        var start = tokens.Current.Start;
        values.Description();
        var kind = Kind();
        var name = tokens.Peek(TokenKind.Name) ? values.Name() : null;
        return new OperationDefinitionNode(start, kind, name)
        {
            Variables = tokens.OptionalMany(TokenKind.ParenLeft, VariableDefinition, TokenKind.ParenRight),
            Directives = values.Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    public OperationKind Kind()
    {
        var token = tokens.Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw tokens.Unexpected(token),
        };
    }

    public FragmentDefinitionNode Fragment()
    {
        var start = tokens.Current.Start;
        values.Description();
        tokens.ExpectKeyword("fragment");
        var name = FragmentName();
        tokens.ExpectKeyword("on");
        return new FragmentDefinitionNode(start, name, values.NamedType())
        {
            Directives = values.Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    VariableDefinitionNode VariableDefinition()
    {
        var start = tokens.Current.Start;
        values.Description();
        var variable = values.Variable();
        tokens.Expect(TokenKind.Colon);
        return new VariableDefinitionNode(start, variable, values.Type())
        {
            Default = tokens.TryTake(TokenKind.EqualSign) ? values.Value(isConst: true) : null,
            Directives = values.Directives(isConst: true),
        };
    }

    SelectionSetNode SelectionSet()
    {
        var start = tokens.Current.Start;
        tokens.Enter();
        var selections = tokens.Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight);
        tokens.Leave();
        return new SelectionSetNode(start, selections);
    }

    SelectionNode Selection() => tokens.Peek(TokenKind.Spread) ? FragmentSelection() : Field();

    FieldNode Field()
    {
        tokens.CountField();
        var first = values.Name();
        var second = tokens.TryTake(TokenKind.Colon) ? values.Name() : null;
        return new FieldNode(first.Start, second is null ? null : first, second ?? first)
        {
            Arguments = values.Arguments(isConst: false),
            Directives = values.Directives(isConst: false),
            SelectionSet = tokens.Peek(TokenKind.BraceLeft) ? SelectionSet() : null,
        };
    }

    SelectionNode FragmentSelection()
    {
        var start = tokens.Expect(TokenKind.Spread).Start;
        var conditional = tokens.TryTakeKeyword("on");
        if (!conditional && tokens.Peek(TokenKind.Name))
            return new FragmentSpreadNode(start, FragmentName()) { Directives = values.Directives(isConst: false) };
        return new InlineFragmentNode(start, conditional ? values.NamedType() : null)
        {
            Directives = values.Directives(isConst: false),
            SelectionSet = SelectionSet(),
        };
    }

    NameNode FragmentName() => tokens.PeekKeyword("on") ? throw tokens.Unexpected() : values.Name();
}
