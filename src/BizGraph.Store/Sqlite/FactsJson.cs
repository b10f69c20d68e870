using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BizGraph.Store.Sqlite;

/// <summary>Facts as JSON text: what says nothing is left out, so that equal facts are equal texts.</summary>
static class FactsJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        // The text is read back as JSON only, never shown in a page: letters stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, Options)!;

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType != typeof(string)))
        {
            if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                property.ShouldSerialize = static (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
            }

            // What is derived from other facts is not stored.
            if (
                property.Set is null
                && type.Kind == JsonTypeInfoKind.Object
                && property.AttributeProvider is System.Reflection.PropertyInfo { CanWrite: false }
            )
            {
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }
}
