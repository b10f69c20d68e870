using System.Text.Json;
using BizGraph.Ingest.Json;

namespace BizGraph.Ingest.Ocds;

/// <summary>The releases of a file: lines or items that are releases, packages of them, or records with a compiled release.</summary>
/// <remarks>Open Contracting Data Standard 1.1, "Releases and records".</remarks>
sealed class OcdsReleases(JsonItems items) : IDisposable
{
    readonly Queue<JsonElement> _inItem = new();

    /// <summary>The release in hand.</summary>
    public JsonElement Release { get; private set; }

    /// <summary>Its number in the file, from 0.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>The number of its line or item, from 1.</summary>
    public long Row => items.Row;

    /// <summary>Which release of its line it is, from 0.</summary>
    public int NumberInRow { get; private set; }

    /// <summary>Whether more releases of the same line follow.</summary>
    public bool EndsRow => _inItem.Count == 0;

    /// <summary>What is wrong with the line; it holds no release then.</summary>
    public RowFault? Fault => items.Fault;

    /// <summary>About how long it is, in bytes.</summary>
    public int Length => NumberInRow == 0 ? items.Length : 0;

    /// <summary>Whether an item is a release or holds some.</summary>
    public static bool Fit(JsonItems items) => ReleasesIn(items.Item).Any();

    /// <summary>Goes to the next release, or to a line that is at fault. False at the end.</summary>
    public bool Read()
    {
        NumberInRow++;
        while (_inItem.Count == 0)
        {
            if (!items.Read())
            {
                return false;
            }

            NumberInRow = 0;
            if (items.Fault is not null)
            {
                return true;
            }

            foreach (var release in ReleasesIn(items.Item))
            {
                _inItem.Enqueue(release);
            }
        }

        Release = _inItem.Dequeue();
        Number++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => items.Dispose();

    static IEnumerable<JsonElement> ReleasesIn(JsonElement item)
    {
        if (item.Property("releases") is { ValueKind: JsonValueKind.Array } releases)
        {
            return releases.EnumerateArray().Where(IsRelease);
        }

        var release = item.Property("compiledRelease") ?? item;
        return IsRelease(release) ? [release] : [];
    }

    static bool IsRelease(JsonElement item) => item.Property("ocid")?.ValueKind == JsonValueKind.String;
}
