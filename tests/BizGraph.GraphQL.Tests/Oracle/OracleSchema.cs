using System.Text.Encodings.Web;
using System.Text.Json;
using BizGraph.GraphQL.Execution;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Tests.Oracle;

/// <summary>The schema of <c>schema.graphql</c>, wired as its first lines say; scripts/graphql/oracle.mjs has the same wiring.</summary>
static class OracleSchema
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Schema Build(string sdl) =>
        SdlSchema.Build(sdl, ResolverOf, (_, value, schema) => (ObjectType?)schema.Type((string)value), lateOf: LateOf);

    static Resolver ResolverOf(FieldDefinitionNode field, GraphType type) =>
        (_, arguments, request) => Answer(field.Name, type, arguments, request);

    static AsyncResolver? LateOf(FieldDefinitionNode field, GraphType type)
    {
        if (!field.Name.StartsWith("late", StringComparison.Ordinal))
            return null;
        return async (_, arguments, request) =>
        {
            await Task.Delay(1);
            return Answer(field.Name, type, arguments, request);
        };
    }

    static object? Answer(string name, GraphType type, object?[] arguments, RequestContext request)
    {
        if (name.Contains("err", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("boom");
        if (name.Contains("null", StringComparison.OrdinalIgnoreCase))
            return null;
        if (name.Contains("bad", StringComparison.OrdinalIgnoreCase))
            return "abc";
        if (name.StartsWith("echo", StringComparison.Ordinal))
            return Echo(request.Schema.Query!.Field(name)!, arguments);
        return ValueOf(name, type);
    }

    static object ValueOf(string name, GraphType type)
    {
        if (type.Nullable is ListType list)
        {
            if (name.Contains("mixed", StringComparison.OrdinalIgnoreCase))
                return new object?[] { 2, null, 3 };
            if (name.Contains("flawed", StringComparison.OrdinalIgnoreCase))
                return new object?[] { 2, "abc", 3 };
            return new[] { ValueOf(name, list.Item), ValueOf(name, list.Item) };
        }
        return type.Nullable switch
        {
            EnumType members => members.Members[0].Value,
            ObjectType known => known.Name,
            CompositeType => "Obj",
            var leaf => leaf.Named.Name switch
            {
                "Int" => 2,
                "Float" => 3.14,
                "Boolean" => true,
                "ID" => "id",
                _ => "str",
            },
        };
    }

    static string Echo(FieldDefinition field, object?[] arguments)
    {
        var given = field.Arguments.Zip(arguments).Where(pair => pair.Second is not Absent);
        return JsonSerializer.Serialize(given.ToDictionary(pair => pair.First.Name, pair => Plain(pair.Second)), Readable);
    }

    static object? Plain(object? value) =>
        value switch
        {
            InputObject input => input
                .Type.Fields.Select((field, i) => (field.Name, Value: input[i]))
                .Where(pair => pair.Value is not Absent)
                .ToDictionary(pair => pair.Name, pair => Plain(pair.Value)),
            object?[] items => Array.ConvertAll(items, Plain),
            double number when number == 0 => 0,
            _ => value,
        };
}
