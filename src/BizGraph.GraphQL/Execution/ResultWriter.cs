using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

namespace BizGraph.GraphQL.Execution;

/// <summary>Writes a response (spec 7): errors first, then data.</summary>
static class ResultWriter
{
    const int FlushAt = 64 * 1024;

    public static void Write(Utf8JsonWriter writer, ExecutionResult result)
    {
        Begin(writer, result);
        if (result.Data is not null)
            new ResultCursor(writer, result.Data).Write(long.MaxValue);
        End(writer, result);
    }

    /// <summary>Writes straight to the client, which sets the pace: no more than a part of a large response waits in memory.</summary>
    /// <param name="pipe">Where to.</param>
    /// <param name="result">The response.</param>
    /// <param name="flush">Waits until the client took the part that was written.</param>
    public static async Task WriteAsync(PipeWriter pipe, ExecutionResult result, Func<PipeWriter, ValueTask> flush)
    {
        await using var writer = new Utf8JsonWriter(pipe, ResponseJson.Options);
        Begin(writer, result);
        if (result.Data is not null)
        {
            var cursor = new ResultCursor(writer, result.Data);
            while (cursor.Write(FlushAt))
            {
                writer.Flush();
                await flush(pipe);
            }
        }
        End(writer, result);
        writer.Flush();
    }

    static void Begin(Utf8JsonWriter writer, ExecutionResult result)
    {
        writer.WriteStartObject();
        if (result.Errors.Count > 0)
            WriteErrors(writer, "errors", result.Errors);
        if (!result.HasData)
            return;
        writer.WritePropertyName("data"u8);
        if (result.Data is null)
            writer.WriteNullValue();
    }

    static void End(Utf8JsonWriter writer, ExecutionResult result)
    {
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
            WriteExtension(writer, value);
        }
        writer.WriteEndObject();
    }

    /// <summary>A value that JSON cannot hold is told by its text, so that the errors still arrive.</summary>
    static void WriteExtension(Utf8JsonWriter writer, object? value)
    {
        try
        {
            JsonSerializer.SerializeToElement(value).WriteTo(writer);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or JsonException)
        {
            writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }
}
