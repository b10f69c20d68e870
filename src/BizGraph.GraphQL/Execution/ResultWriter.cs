using System.Text.Json;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>Writes a response (spec 7): errors first, then data.</summary>
static class ResultWriter
{
    public static void Write(Utf8JsonWriter writer, ExecutionResult result)
    {
        writer.WriteStartObject();
        if (result.Errors.Count > 0)
            WriteErrors(writer, "errors", result.Errors);
        if (result.HasData)
        {
            writer.WritePropertyName("data"u8);
            if (result.Data is null)
                writer.WriteNullValue();
            else
                WriteObject(writer, result.Data);
        }
        if (result.Extensions.Count > 0)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, result.Extensions);
        }
        writer.WriteEndObject();
    }

    public static void WriteErrors(Utf8JsonWriter writer, string name, IReadOnlyList<IError> errors)
    {
        writer.WriteStartArray(name);
        foreach (var error in errors)
            WriteError(writer, error);
        writer.WriteEndArray();
    }

    static void WriteError(Utf8JsonWriter writer, IError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (!error.Locations.IsEmpty)
            WriteLocations(writer, error);
        if (error.Path is { } path)
            WritePath(writer, path);
        if (error.Code is not null || error.Extensions.Count > 0)
            WriteExtensions(writer, error);
        writer.WriteEndObject();
    }

    static void WriteLocations(Utf8JsonWriter writer, IError error)
    {
        writer.WriteStartArray("locations"u8);
        foreach (var location in error.Locations)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, location.Line);
            writer.WriteNumber("column"u8, location.Column);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static void WritePath(Utf8JsonWriter writer, IReadOnlyList<object> path)
    {
        writer.WriteStartArray("path"u8);
        foreach (var element in path)
        {
            if (element is int index)
                writer.WriteNumberValue(index);
            else
                writer.WriteStringValue((string)element);
        }
        writer.WriteEndArray();
    }

    static void WriteExtensions(Utf8JsonWriter writer, IError error)
    {
        writer.WriteStartObject("extensions"u8);
        if (error.Code is not null)
            writer.WriteString("code"u8, error.Code);
        foreach (var (key, value) in error.Extensions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            JsonSerializer.Serialize(writer, value);
        }
        writer.WriteEndObject();
    }

    static void WriteObject(Utf8JsonWriter writer, ResultObject node)
    {
        writer.WriteStartObject();
        var fields = node.Plan.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            writer.WritePropertyName(fields[i].Key);
            WriteValue(writer, fields[i].Definition.Type, node.Values[i]);
        }
        writer.WriteEndObject();
    }

    static void WriteValue(Utf8JsonWriter writer, GraphType type, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case ResultObject node:
                WriteObject(writer, node);
                break;
            case ResultList list:
                WriteList(writer, list);
                break;
            default:
                if (type.Nullable is LeafType leaf)
                    leaf.Write(writer, value);
                else
                    WritePlainList(writer, value);
                break;
        }
    }

    static void WriteList(Utf8JsonWriter writer, ResultList list)
    {
        writer.WriteStartArray();
        foreach (var value in list.Values)
            WriteValue(writer, list.Type.Item, value);
        writer.WriteEndArray();
    }

    static void WritePlainList(Utf8JsonWriter writer, object list)
    {
        writer.WriteStartArray();
        switch (list)
        {
            case IReadOnlyList<int> numbers:
                for (var i = 0; i < numbers.Count; i++)
                    writer.WriteNumberValue(numbers[i]);
                break;
            case IReadOnlyList<double> numbers:
                for (var i = 0; i < numbers.Count; i++)
                    writer.WriteNumberValue(numbers[i]);
                break;
            case IReadOnlyList<string> texts:
                for (var i = 0; i < texts.Count; i++)
                    writer.WriteStringValue(texts[i]);
                break;
        }
        writer.WriteEndArray();
    }
}
