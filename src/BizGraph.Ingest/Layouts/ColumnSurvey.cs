using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>Looks at a file's columns before its rows are taken: how they write numbers and dates, and whether a type is a direction.</summary>
static class ColumnSurvey
{
    /// <summary>Numbers and dates are looked at as far as this row; words for the relation to the first that is one.</summary>
    public const int LongestLook = 100_000;

    /// <summary>Lists behind this one are taken without a look ahead.</summary>
    public const int MostLists = 200;

    /// <summary>The layouts of the file's lists by the rows of their headers.</summary>
    public static Dictionary<long, Layout> Run(ListReader list, bool prefersDecimalComma, CancellationToken cancellation)
    {
        list.ReadHeader();
        var layouts = new Dictionary<long, Layout>();
        var open = Begin(list, layouts);
        while ((list.Row.Row < LongestLook || open.Exists(column => column.IsTypeWord)) && list.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!layouts.ContainsKey(list.Layout!.HeaderRow))
            {
                if (layouts.Count == MostLists)
                {
                    break;
                }

                open = Begin(list, layouts);
            }

            if (list.Row.Fault is null)
            {
                open.RemoveAll(column => column.IsDecidedBy(list.Row));
            }
        }

        if (prefersDecimalComma)
        {
            AssumeDecimalComma(layouts.Values);
        }

        return layouts;
    }

    static List<OpenColumn> Begin(ListReader list, Dictionary<long, Layout> layouts)
    {
        layouts.Add(list.Layout!.HeaderRow, list.Layout);
        return OpenColumn.Of(list.Layout);
    }

    // Programs write ; between cells where the comma parts decimals.
    static void AssumeDecimalComma(IEnumerable<Layout> layouts)
    {
        foreach (var column in layouts.SelectMany(layout => layout.Columns))
        {
            if (column.Field?.Form == ValueForm.Amount && column.Mark == DecimalMark.Undecided)
            {
                column.Mark = DecimalMark.Comma;
            }
        }
    }

    /// <summary>A column that its values have not settled yet.</summary>
    sealed class OpenColumn(Column column)
    {
        int _words;
        int _relations;

        public bool IsTypeWord => column.Field!.Form == ValueForm.TypeWord;

        public static List<OpenColumn> Of(Layout layout) =>
            [
                .. layout
                    .Columns.Where(column => column.Field is { Form: not ValueForm.Text })
                    .Select(column => new OpenColumn(column)),
            ];

        /// <summary>Looks at one more value. True where no other can change what the column is.</summary>
        public bool IsDecidedBy(IRowReader row)
        {
            var text = row[column.Index];
            if (text.Length == 0)
            {
                return false;
            }

            switch (column.Field!.Form)
            {
                case ValueForm.TypeWord:
                    column.SaysDirections = DirectionWords.Named.TryGet(text, out _);
                    return !column.SaysDirections;
                case ValueForm.LedgerType:
                    _words++;
                    _relations += RelationWords.TryGet(text, out _) ? 1 : 0;
                    column.SaysRelations = 2 * _relations > _words;
                    return false;
                case ValueForm.Number or ValueForm.Amount:
                    column.Mark = NumberText.MarkOf(MoneyText.NumberOf(text));
                    return column.Mark != DecimalMark.Undecided;
                default:
                    column.Order = DateText.OrderOf(text);
                    return column.Order != DateOrder.Undecided;
            }
        }
    }
}
