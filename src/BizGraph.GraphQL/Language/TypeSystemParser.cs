namespace BizGraph.GraphQL.Language;

/// <summary>Definitions and extensions of the type system (spec 3).</summary>
sealed class TypeSystemParser(TokenReader tokens, ValueParser values)
{
    /// <summary>Where a directive may stand (spec 3.13).</summary>
    public static readonly IReadOnlyList<string> DirectiveLocations =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];

    /// <summary>The definition that begins with <paramref name="keyword"/>, or null where the keyword begins none.</summary>
    public TypeSystemNode? Definition(Token keyword)
    {
        if (!IsDefinition(keyword.Value!) && keyword.Value != "directive")
            return null;
        var start = tokens.Current.Start;
        var description = values.Description();
        tokens.Advance();
        return keyword.Value == "directive"
            ? Directive(start, description)
            : Body(keyword.Value!, start, description, isExtension: false);
    }

    /// <summary>An extension (spec 3.3.2 and on), which has to add something.</summary>
    public TypeSystemNode Extension()
    {
        var start = tokens.Current.Start;
        tokens.ExpectKeyword("extend");
        var keyword = tokens.Current;
        if (keyword.Kind != TokenKind.Name || !IsDefinition(keyword.Value!))
            throw tokens.Unexpected();
        tokens.Advance();
        return Body(keyword.Value!, start, null, isExtension: true);
    }

    static bool IsDefinition(string keyword) =>
        keyword is "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input";

    TypeSystemNode Body(string keyword, int start, string? description, bool isExtension)
    {
        var name = keyword == "schema" ? "" : values.Name().Value;
        var interfaces = keyword is "type" or "interface" ? Interfaces() : [];
        var directives = values.Directives(isConst: true);
        TypeSystemNode node = keyword switch
        {
            "schema" => Schema(start, isExtension),
            "scalar" => new ScalarDefinitionNode(start, name),
            "type" or "interface" => Fields(keyword, start, name, interfaces),
            "union" => Union(start, name),
            "enum" => Enum(start, name),
            _ => Input(start, name),
        };
        (node.Directives, node.Description, node.IsExtension) = (directives, description, isExtension);
        if (isExtension && directives.Length == 0 && interfaces.Length == 0 && !AddsMembers(node))
            throw tokens.Unexpected();
        return node;
    }

    static bool AddsMembers(TypeSystemNode node) =>
        node switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes.Length > 0,
            FieldsDefinitionNode type => type.Fields.Length > 0,
            UnionDefinitionNode union => union.Members.Length > 0,
            EnumDefinitionNode type => type.Values.Length > 0,
            InputObjectDefinitionNode input => input.Fields.Length > 0,
            _ => false,
        };

    SchemaDefinitionNode Schema(int start, bool isExtension) =>
        new(start)
        {
            OperationTypes = isExtension
                ? tokens.OptionalMany(TokenKind.BraceLeft, OperationType, TokenKind.BraceRight)
                : tokens.Many(TokenKind.BraceLeft, OperationType, TokenKind.BraceRight),
        };

    OperationTypeNode OperationType()
    {
        var token = tokens.Expect(TokenKind.Name);
        var kind = token.Value switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw tokens.Unexpected(token),
        };
        tokens.Expect(TokenKind.Colon);
        return new OperationTypeNode(token.Start, kind, values.NamedType());
    }

    FieldsDefinitionNode Fields(string keyword, int start, string name, NamedTypeNode[] interfaces) =>
        new(start, name, keyword == "interface")
        {
            Interfaces = interfaces,
            Fields = tokens.OptionalMany(TokenKind.BraceLeft, FieldDefinition, TokenKind.BraceRight),
        };

    NamedTypeNode[] Interfaces() =>
        tokens.TryTakeKeyword("implements") ? tokens.Delimited(TokenKind.Ampersand, values.NamedType) : [];

    FieldDefinitionNode FieldDefinition()
    {
        var start = tokens.Current.Start;
        var description = values.Description();
        var name = values.Name().Value;
        var arguments = Arguments();
        tokens.Expect(TokenKind.Colon);
        return new FieldDefinitionNode(start, name, values.Type())
        {
            Description = description,
            Arguments = arguments,
            Directives = values.Directives(isConst: true),
        };
    }

    InputValueDefinitionNode[] Arguments() => tokens.OptionalMany(TokenKind.ParenLeft, InputValue, TokenKind.ParenRight);

    InputValueDefinitionNode InputValue()
    {
        var start = tokens.Current.Start;
        var description = values.Description();
        var name = values.Name().Value;
        tokens.Expect(TokenKind.Colon);
        return new InputValueDefinitionNode(start, name, values.Type())
        {
            Description = description,
            Default = tokens.TryTake(TokenKind.EqualSign) ? values.Value(isConst: true) : null,
            Directives = values.Directives(isConst: true),
        };
    }

    UnionDefinitionNode Union(int start, string name) =>
        new(start, name)
        {
            Members = tokens.TryTake(TokenKind.EqualSign) ? tokens.Delimited(TokenKind.Pipe, values.NamedType) : [],
        };

    EnumDefinitionNode Enum(int start, string name) =>
        new(start, name) { Values = tokens.OptionalMany(TokenKind.BraceLeft, EnumValue, TokenKind.BraceRight) };

    EnumValueDefinitionNode EnumValue()
    {
        var start = tokens.Current.Start;
        var description = values.Description();
        var token = tokens.Current;
        if (token is { Kind: TokenKind.Name, Value: "true" or "false" or "null" })
            throw tokens.Error(token.Start, $"Name \"{token.Value}\" is reserved and cannot be used for an enum value.");
        var name = values.Name().Value;
        return new EnumValueDefinitionNode(start, name)
        {
            Description = description,
            Directives = values.Directives(isConst: true),
        };
    }

    InputObjectDefinitionNode Input(int start, string name) =>
        new(start, name) { Fields = tokens.OptionalMany(TokenKind.BraceLeft, InputValue, TokenKind.BraceRight) };

    DirectiveDefinitionNode Directive(int start, string? description)
    {
        tokens.Expect(TokenKind.At);
        var name = values.Name().Value;
        var arguments = Arguments();
        var isRepeatable = tokens.TryTakeKeyword("repeatable");
        tokens.ExpectKeyword("on");
        return new DirectiveDefinitionNode(start, name)
        {
            Description = description,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = tokens.Delimited(TokenKind.Pipe, DirectiveLocation),
        };
    }

    string DirectiveLocation()
    {
        var token = tokens.Expect(TokenKind.Name);
        return DirectiveLocations.Contains(token.Value!) ? token.Value! : throw tokens.Unexpected(token);
    }
}
