using BizGraph.Ingest.Files;

namespace BizGraph.Ingest.Layouts;

/// <summary>The rows of a file's lists. Two blank rows part one list from the next, as in Kumu's sheets.</summary>
sealed class ListReader(IRowReader rows, Table table, NamedColumns named, IReadOnlyDictionary<long, Layout>? known = null)
    : IDisposable
{
    const int BlankRowsBetweenLists = 2;
    const int HeadersSaid = 30;

    int _blankRows;

    /// <summary>The layout of the list in hand.</summary>
    public Layout? Layout { get; private set; }

    /// <summary>The current row.</summary>
    public IRowReader Row => rows;

    /// <summary>Reads the header of the first list.</summary>
    /// <exception cref="UnreadableFileException">There is none, or it is no list of anything known.</exception>
    public void ReadHeader()
    {
        var isHint = table.HasHint;
        do
        {
            if (!rows.Read())
            {
                throw new UnreadableFileException("nothing but blank rows", "a header row and rows below it");
            }

            if (rows.Fault is { } fault)
            {
                throw new UnreadableFileException($"a header that cannot be read: {fault.Found}", fault.Expected);
            }
        } while (rows.IsBlank || IsOnce(ref isHint));

        Layout = Recognise() ?? throw new UnreadableFileException(DescribeHeaders(), named.Expected);
    }

    /// <summary>Goes to the next row that is neither blank nor a header. False at the end of the file.</summary>
    public bool Read()
    {
        while (rows.Read())
        {
            if (rows.Fault is null && rows.IsBlank)
            {
                _blankRows++;
                continue;
            }

            var mayBeHeader = table.HasSections && _blankRows >= BlankRowsBetweenLists && rows.Fault is null;
            _blankRows = 0;
            if (!mayBeHeader || RecogniseNext() is not { } next)
            {
                return true;
            }

            Layout = next;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => rows.Dispose();

    static bool IsOnce(ref bool flag)
    {
        var was = flag;
        flag = false;
        return was;
    }

    string DescribeHeaders()
    {
        var headers = Cells();
        var more = headers.Count > HeadersSaid ? $" and {headers.Count - HeadersSaid:N0} more" : string.Empty;
        return $"the headers {string.Join(", ", headers.Take(HeadersSaid))}{more}";
    }

    // A row below two blank ones is a header if most of it is: one cell alone may hold a header's word by chance.
    Layout? RecogniseNext() =>
        Recognise() is { } next
        && 2 * next.Columns.Count(column => column.Field is not null) > next.Columns.Count(column => column.Title.Length > 0)
            ? next
            : null;

    Layout? Recognise() => known?.GetValueOrDefault(rows.Row) ?? Layouts.Layout.Recognise(Cells(), rows.Row, named);

    List<string> Cells() => [.. Enumerable.Range(0, rows.Count).Select(i => rows[i])];
}
