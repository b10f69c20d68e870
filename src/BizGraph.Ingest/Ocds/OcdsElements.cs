using System.Text.Json;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Ocds;

/// <summary>Looks into JSON whose properties may be missing, or of another kind than the standard says.</summary>
static class OcdsElements
{
    /// <summary>A property; null where there is none.</summary>
    public static JsonElement? Property(this JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The text or number that a path of properties leads to; null where there is none.</summary>
    public static string? TextAt(this JsonElement item, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (item.Property(name) is not { } inner)
            {
                return null;
            }

            item = inner;
        }

        var text = item.ValueKind switch
        {
            JsonValueKind.String => item.GetString()!.Trim(),
            JsonValueKind.Number => TypedText.OfNumber(item.GetRawText()),
            JsonValueKind.True or JsonValueKind.False => TypedText.Of(item.GetBoolean()),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The objects of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement item, string name) =>
        item.Property(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object)
            : [];

    /// <summary>The day of a date with its time.</summary>
    public static string? DayAt(this JsonElement item, params ReadOnlySpan<string> path) =>
        item.TextAt(path) is { } date ? date.Split('T')[0] : null;
}
