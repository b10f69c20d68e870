using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest.Attendance;

/// <summary>Who was where, over all rows of a table: an event's size is known only when all of it was read.</summary>
sealed class Attendances
{
    /// <summary>Of an event with more businesses nobody can tell who met whom.</summary>
    public const int LargestEvent = 200;

    const int Most = 5_000_000;

    readonly Dictionary<string, HashSet<string>> _events = [];
    readonly HashSet<string> _met = [];
    int _count;

    /// <summary>Reads them.</summary>
    /// <exception cref="UnreadableFileException">There are too many.</exception>
    public static Attendances Of(ListReader list, CancellationToken cancellation)
    {
        list.ReadHeader();
        var all = new Attendances();
        while (list.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (list.Layout!.Kind == LayoutKind.Attendance)
            {
                all.Look(list.Row, list.Layout);
            }
        }

        all.Conclude();
        return all;
    }

    /// <summary>What tells one event from another: one of the same name on another day is another.</summary>
    public static string KeyOf(string name, string? date) => $"{BusinessId.Normalize(name)}\u001f{date}";

    /// <summary>How many businesses were at an event.</summary>
    public int SizeOf(string key) => _events.TryGetValue(key, out var businesses) ? businesses.Count : 0;

    /// <summary>Whether a business met another one at an event that counts.</summary>
    public bool HasMet(string business) => _met.Contains(BusinessId.Normalize(business));

    void Look(IRowReader row, Layout layout)
    {
        if (row.Fault is not null || Cell("business") is not { } business || Cell("event") is not { } name)
        {
            return;
        }

        var key = KeyOf(name, Cell("date"));
        if (!_events.TryGetValue(key, out var businesses))
        {
            _events.Add(key, businesses = []);
        }

        _count += businesses.Add(BusinessId.Normalize(business)) ? 1 : 0;
        if (_count > Most)
        {
            throw new UnreadableFileException(
                $"more than {Most:N0} attendances",
                "a file for each year",
                ImportProblemKind.OverLimit
            );
        }

        string? Cell(string field) =>
            layout.ColumnOf(field) is { } column && row[column.Index] is { Length: > 0 } text ? text : null;
    }

    void Conclude()
    {
        foreach (var businesses in _events.Values.Where(businesses => businesses.Count is > 1 and <= LargestEvent))
        {
            _met.UnionWith(businesses);
        }
    }
}
