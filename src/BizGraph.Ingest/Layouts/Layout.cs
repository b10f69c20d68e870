using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>What the columns of one list are.</summary>
/// <param name="Kind">What its rows are.</param>
/// <param name="HeaderRow">The row that its headers stand in.</param>
/// <param name="Columns">Its columns, from left to right.</param>
sealed record Layout(LayoutKind Kind, long HeaderRow, IReadOnlyList<Column> Columns)
{
    /// <summary>Whether the ends of its ties are ids, and never names, in an import of these lists.</summary>
    /// <remarks>Gephi's Source and Target are ids, unless a list of businesses knows names only; Kumu's From and To are where its elements have ids.</remarks>
    public bool EndsAreIds(IEnumerable<Layout> all)
    {
        var businesses = all.Where(layout => layout.Kind == LayoutKind.Businesses);
        return Kind == LayoutKind.Ties
            && (
                HasHeader("from", "source") && HasHeader("to", "target")
                    ? businesses.All(layout => layout.HasAny("id"))
                    : businesses.Any(layout => layout.HasAny("id") && layout.HasHeader("name", "label"))
            );
    }

    /// <summary>Whether | parts several names in its To for sure: a list of connections that only Kumu writes so, or beside Kumu's elements.</summary>
    public bool IsOfKumu(IEnumerable<Layout> all) =>
        HasHeader("directed", "direction")
        || all.Any(layout => layout.Kind == LayoutKind.Businesses && layout.HasHeader("name", "label"));

    /// <summary>Recognises a list by its headers; null where nothing fits.</summary>
    public static Layout? Recognise(IReadOnlyList<string> headers, long headerRow, NamedColumns named)
    {
        foreach (var kind in named.Kinds)
        {
            var columns = new ColumnBinding(kind, named).Bind(headers);
            var isMarked = kind.Marks.Any(mark => mark.All(name => columns.Any(column => column.Field?.Name == name)));
            if (isMarked && (kind != LayoutKind.Attendance || !IsRatherBusinesses(columns, headers, named)))
            {
                return new Layout(kind, headerRow, columns);
            }
        }

        return null;
    }

    /// <summary>The same list as one of ties, where that is what it is: it names a supplier and a buyer, and most of its types are relations, but no day and no document.</summary>
    /// <returns>Null where it is not.</returns>
    public Layout? AsTies(NamedColumns named)
    {
        if (Kind != LayoutKind.Ledger || ColumnOf("type") is not { SaysRelations: true } || HasAny("date", "document"))
        {
            return null;
        }

        var ends = named.WithEnds(ColumnOf("supplier")!.Title, ColumnOf("buyer")!.Title);
        return this with
        {
            Kind = LayoutKind.Ties,
            Columns = new ColumnBinding(LayoutKind.Ties, ends).Bind([.. Columns.Select(column => column.Title)]),
        };
    }

    /// <summary>Whether the headers of its ends say who supplies whom.</summary>
    public bool EndsAreSupplierAndBuyer =>
        ColumnOf("from") is { } from
        && ColumnOf("to") is { } to
        && LayoutKind.Ledger.FieldOf(WordForm.KeyOf(from.Title), out _)?.Name == "supplier"
        && LayoutKind.Ledger.FieldOf(WordForm.KeyOf(to.Title), out _)?.Name == "buyer";

    // A list that says more of its businesses than where they were: the club is one of their attributes.
    static bool IsRatherBusinesses(IReadOnlyList<Column> attendance, IReadOnlyList<string> headers, NamedColumns named) =>
        new ColumnBinding(LayoutKind.Businesses, named).Bind(headers).Count(column => column.Field is not null)
        > attendance.Count(column => column.Field is not null);

    /// <summary>The column that fills a field, if any.</summary>
    public Column? ColumnOf(string field) => Columns.FirstOrDefault(column => column.Field?.Name == field);

    /// <summary>Whether the column of a field has this header.</summary>
    public bool HasHeader(string field, string header) =>
        ColumnOf(field) is { } column && WordForm.Fold(column.Title) == WordForm.Fold(header);

    /// <summary>Whether one of the fields has a column.</summary>
    public bool HasAny(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (ColumnOf(field) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The header of the first of the fields that has a column; else the name of the first.</summary>
    public string HeaderOf(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (ColumnOf(field) is { } column)
            {
                return column.Header;
            }
        }

        return fields[0];
    }
}
