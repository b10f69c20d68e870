using System.Text.Json;

namespace BizGraph.Ingest.Json;

/// <summary>The items of JSON text, one after the other: the elements of its lists, or its lines. Memory is bounded by one item.</summary>
abstract class JsonItems : IDisposable
{
    /// <summary>The longest item, in bytes.</summary>
    public const int LongestItem = 16 << 20;

    /// <summary>How deep an item may be nested: what the reader goes along with.</summary>
    protected const int MostLevels = 64;

    /// <summary>The list that the item is in; empty where the file itself is the list.</summary>
    public string List { get; protected set; } = string.Empty;

    /// <summary>The number of the item in its list, from 1; of a line, its number in the file.</summary>
    public long Row { get; protected set; }

    /// <summary>What is wrong with it.</summary>
    public RowFault? Fault { get; protected set; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; protected set; }

    /// <summary>It, until the next is read.</summary>
    public JsonElement Item { get; protected set; }

    /// <summary>Goes to the next item. False at the end.</summary>
    public abstract bool Read();

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Whether JSON cannot be read since it is nested too deeply; else it is damaged. The library tells by its words only.</summary>
    protected static bool IsTooDeep(JsonException broken) =>
        broken.Message.Contains("maximum configured depth", StringComparison.Ordinal);
}
