using System.Globalization;
using System.Text;

namespace BizGraph.GraphQL;

/// <summary>Which page is asked for. At most one of <paramref name="First"/> and <paramref name="Last"/> is set, and it is within the limit.</summary>
/// <param name="First">The most items from the front.</param>
/// <param name="After">Only items after this cursor.</param>
/// <param name="Last">The most items from the back.</param>
/// <param name="Before">Only items before this cursor.</param>
public sealed record PagingArguments(int? First, string? After, int? Last, string? Before)
{
    /// <summary>Cuts a page from a list that is in memory; cursors are positions in it.</summary>
    /// <exception cref="GraphQLException">A cursor is not one of this list.</exception>
    public Connection<T> Slice<T>(IReadOnlyList<T> items)
    {
        return Cut(items, IndexOf(After, -1), IndexOf(Before, items.Count), CursorOf);
    }

    /// <summary>Cuts a page from a list in the order of a key, which is the cursor: it stays right when items are added.</summary>
    /// <param name="items">The whole list, in the order of <paramref name="key"/> (ordinal).</param>
    /// <param name="key">A text that no two items share.</param>
    public Connection<T> Slice<T>(IReadOnlyList<T> items, Func<T, string> key)
    {
        var after = After is null ? -1 : Search(items, key, Decode(After), orEqual: true) - 1;
        var before = Before is null ? items.Count : Search(items, key, Decode(Before), orEqual: false);
        return Cut(items, after, before, index => Encode(key(items[index])));
    }

    (int Start, int End) Window(int count, int after, int before)
    {
        var start = Math.Clamp(after + 1, 0, count);
        var end = Math.Clamp(before, start, count);
        if (First is { } first)
            end = Math.Min(end, start + Math.Min(first, end - start));
        if (Last is { } last)
            start = Math.Max(start, end - Math.Min(last, end - start));
        return (start, end);
    }

    Connection<T> Cut<T>(IReadOnlyList<T> items, int after, int before, Func<int, string> cursorOf)
    {
        var (start, end) = Window(items.Count, after, before);
        var edges = new Edge<T>[end - start];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new Edge<T>(items[start + i], cursorOf(start + i));
        var (first, last) = (edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, new ConnectionPageInfo(end < items.Count, start > 0, first, last), items.Count);
    }

    /// <summary>The first place whose key is not less than (or greater than) the text.</summary>
    static int Search<T>(IReadOnlyList<T> items, Func<T, string> key, string text, bool orEqual)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(key(items[middle]), text);
            if (order < 0 || (orEqual && order == 0))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static int IndexOf(string? cursor, int none)
    {
        if (cursor is null)
            return none;
        return int.TryParse(Decode(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw Invalid(cursor);
    }

    static string CursorOf(int index) => Encode(index.ToString(CultureInfo.InvariantCulture));

    static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    static string Decode(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Invalid(cursor);
    }

    static GraphQLException Invalid(string cursor) =>
        new($"The cursor \"{(cursor.Length > 40 ? cursor[..40] + "..." : cursor)}\" is not one that this list gave.");
}
