using System.Text;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>Writes a schema as SDL (spec 3): roots first, then all types by name, so that the same schema gives the same bytes.</summary>
sealed class SchemaPrinter
{
    readonly StringBuilder _text = new();

    public static string Print(Schema schema)
    {
        var printer = new SchemaPrinter();
        printer.AppendSchema(schema);
        foreach (var directive in schema.Directives.Where(directive => !SpecifiedDirectives.All.Contains(directive)))
            printer.Append(directive);
        var roots = new NamedType?[] { schema.Parts.Query, schema.Parts.Mutation, schema.Parts.Subscription }
            .OfType<NamedType>()
            .ToList();
        foreach (var type in roots.Concat(schema.Types.Except(roots)))
            if (!type.IsIntrospection && !Scalars.IsSpecified(type))
                printer.Append(type);
        return printer._text.ToString();
    }

    void AppendSchema(Schema schema)
    {
        AppendDescription(schema.Description, "");
        _text.Append("schema {\n");
        AppendRoot("query", schema.Parts.Query);
        AppendRoot("mutation", schema.Parts.Mutation);
        AppendRoot("subscription", schema.Parts.Subscription);
        _text.Append("}\n");
    }

    void AppendRoot(string operation, ObjectType? type)
    {
        if (type is not null)
            _text.Append("  ").Append(operation).Append(": ").Append(type.Name).Append('\n');
    }

    void Append(DirectiveDefinition directive)
    {
        _text.Append('\n');
        AppendDescription(directive.Description, "");
        _text.Append("directive @").Append(directive.Name);
        AppendArguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations).Append('\n');
    }

    void Append(NamedType type)
    {
        _text.Append('\n');
        AppendDescription(type.Description, "");
        switch (type)
        {
            case ScalarType scalar:
                _text.Append("scalar ").Append(type.Name);
                if (scalar.SpecifiedBy is { } url)
                    AppendDirective("specifiedBy", "url", url);
                _text.Append('\n');
                break;
            case FieldsType fields:
                AppendFields(fields);
                break;
            case UnionType union:
                _text
                    .Append("union ")
                    .Append(type.Name)
                    .Append(" = ")
                    .AppendJoin(" | ", union.Members.Select(member => member.Name))
                    .Append('\n');
                break;
            case EnumType members:
                AppendEnum(members);
                break;
            case InputObjectType input:
                AppendInput(input);
                break;
        }
    }

    void AppendFields(FieldsType type)
    {
        _text.Append(type is InterfaceType ? "interface " : "type ").Append(type.Name);
        if (type.Interfaces.Count > 0)
            _text.Append(" implements ").AppendJoin(" & ", type.Interfaces.Select(contract => contract.Name));
        AppendCost((type as ObjectType)?.Cost);
        _text.Append(" {\n");
        foreach (var field in type.Fields)
        {
            AppendDescription(field.Description, "  ");
            _text.Append("  ").Append(field.Name);
            AppendArguments(field.Arguments, "  ");
            _text.Append(": ").Append(field.Type);
            AppendDeprecation(field.DeprecationReason);
            AppendCost(field.Cost);
            if (field.ListSize is { } size)
                AppendSize(size);
            _text.Append('\n');
        }
        _text.Append("}\n");
    }

    void AppendCost(double? cost)
    {
        if (cost is { } weight)
            _text.Append(System.Globalization.CultureInfo.InvariantCulture, $" @cost(weight: \"{weight}\")");
    }

    void AppendSize(ListSize size)
    {
        _text.Append(System.Globalization.CultureInfo.InvariantCulture, $" @listSize(assumedSize: {size.AssumedSize}");
        AppendNames("slicingArguments", size.SlicingArguments);
        AppendNames("sizedFields", size.SizedFields);
        if (size.SlicingArguments.Count > 0)
            _text.Append(", requireOneSlicingArgument: false");
        _text.Append(')');
    }

    void AppendNames(string argument, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
            _text.Append(", ").Append(argument).Append(": [").AppendJoin(", ", names.Select(name => $"\"{name}\"")).Append(']');
    }

    void AppendArguments(IReadOnlyList<InputValue> arguments, string indent)
    {
        if (arguments.Count == 0)
            return;
        if (arguments.All(argument => argument.Description is null))
        {
            _text.Append('(');
            for (var i = 0; i < arguments.Count; i++)
            {
                _text.Append(i > 0 ? ", " : "");
                Append(arguments[i]);
            }
            _text.Append(')');
            return;
        }
        _text.Append("(\n");
        foreach (var argument in arguments)
        {
            AppendDescription(argument.Description, indent + "  ");
            _text.Append(indent).Append("  ");
            Append(argument);
            _text.Append('\n');
        }
        _text.Append(indent).Append(')');
    }

    void Append(InputValue input)
    {
        _text.Append(input.Name).Append(": ").Append(input.Type);
        if (input.Default is not null)
        {
            _text.Append(" = ");
            ValuePrinter.Append(_text, input.Default);
        }
        AppendDeprecation(input.DeprecationReason);
        AppendCost(input.Cost);
    }

    void AppendEnum(EnumType type)
    {
        _text.Append("enum ").Append(type.Name).Append(" {\n");
        foreach (var member in type.Members)
        {
            AppendDescription(member.Description, "  ");
            _text.Append("  ").Append(member.Name);
            AppendDeprecation(member.DeprecationReason);
            _text.Append('\n');
        }
        _text.Append("}\n");
    }

    void AppendInput(InputObjectType type)
    {
        _text.Append("input ").Append(type.Name).Append(type.IsOneOf ? " @oneOf {\n" : " {\n");
        foreach (var field in type.Fields)
        {
            AppendDescription(field.Description, "  ");
            _text.Append("  ");
            Append(field);
            _text.Append('\n');
        }
        _text.Append("}\n");
    }

    void AppendDeprecation(string? reason)
    {
        if (reason == SpecifiedDirectives.NoLongerSupported)
            _text.Append(" @deprecated");
        else if (reason is not null)
            AppendDirective("deprecated", "reason", reason);
    }

    void AppendDirective(string name, string argument, string value)
    {
        _text.Append(" @").Append(name).Append('(').Append(argument).Append(": ");
        ValuePrinter.AppendQuoted(_text, value);
        _text.Append(')');
    }

    void AppendDescription(string? description, string indent)
    {
        if (string.IsNullOrEmpty(description))
            return;
        var isPlain = description.All(c => c is >= ' ' or '\n') && !description.Contains('\\');
        _text.Append(indent);
        if (!isPlain || (!description.Contains('\n') && description.Length <= 100 && !description.Contains('"')))
        {
            ValuePrinter.AppendQuoted(_text, description);
            _text.Append('\n');
            return;
        }
        _text.Append("\"\"\"\n");
        foreach (var line in description.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n'))
            _text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        _text.Append(indent).Append("\"\"\"\n");
    }
}
