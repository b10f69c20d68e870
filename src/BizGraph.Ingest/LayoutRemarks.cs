using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Says of each column that no field takes why that is.</summary>
static class LayoutRemarks
{
    /// <summary>Says it once, for the header of a list.</summary>
    public static void Say(Layout layout, string file, ProblemLog problems)
    {
        var seen = new HashSet<string>();
        foreach (var column in layout.Columns)
        {
            var isFirst = seen.Add(KeyOf(column));
            if (column.Field is not null || column.IsKeptByHand)
            {
                continue;
            }

            var kind = isFirst ? ImportProblemKind.UnknownColumn : ImportProblemKind.DuplicateHeader;
            var found = column.Title.Length == 0 ? "no header" : column.Title;
            var expected = isFirst
                ? ExpectedFor(column, layout)
                : $"headers that differ; kept as the attribute \"{column.Header}\"";
            problems.Add(new ImportProblem(kind, file, layout.HeaderRow, column.Header, found, expected));
        }
    }

    // A column without a header is like no other.
    static string KeyOf(Column column) => WordForm.KeyOf(column.Title) is { Length: > 0 } key ? key : column.Header;

    static string ExpectedFor(Column column, Layout layout) =>
        layout.Kind.FieldOf(WordForm.KeyOf(column.Title), out _) is { } field && layout.ColumnOf(field.Name) is { } taken
            ? $"one column for {field.Name}, which is \"{taken.Header}\"; kept as an attribute"
            : $"a column of {layout.Kind.Name} that is known; kept as an attribute";
}
