using BizGraph.Api.Reasons;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BizGraph.Api.Templates;

/// <summary>The workbook that people fill in: businesses, ties, and a sheet that explains both. An import takes it as it is.</summary>
static class TemplateWorkbook
{
    /// <summary>Media type of .xlsx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    const uint BoldStyle = 1;
    const double ColumnWidth = 18;
    const double HelpWidth = 90;

    /// <summary>The bytes of the workbook.</summary>
    public static byte[] Of(Language language)
    {
        var text = language == Language.De ? GermanTemplate.Text : EnglishTemplate.Text;
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            AddSheet(book, text.BusinessSheet, Rows(text.Businesses), [ColumnWidth]);
            AddSheet(book, text.TieSheet, Rows(text.Ties), [ColumnWidth]);
            AddSheet(book, text.HelpSheet, HelpRows(text), [ColumnWidth, ColumnWidth, HelpWidth]);
        }

        return stream.ToArray();
    }

    static IEnumerable<string[]> Rows(IReadOnlyList<TemplateColumn> columns) =>
        Enumerable
            .Range(0, columns[0].Examples.Length)
            .Select(row => columns.Select(column => column.Examples[row]).ToArray())
            .Prepend([.. columns.Select(column => column.Header)]);

    static IEnumerable<string[]> HelpRows(TemplateText text) =>
        text
            .Help.Select(sentence => new[] { sentence })
            .Append([""])
            .Concat(text.Businesses.Select(column => new[] { text.BusinessSheet, column.Header, column.Meaning }))
            .Append([""])
            .Concat(text.Ties.Select(column => new[] { text.TieSheet, column.Header, column.Meaning }));

    static void AddSheet(WorkbookPart book, string name, IEnumerable<string[]> rows, double[] widths)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData(rows.Select((cells, row) => new Row(cells.Select(cell => CellOf(cell, isHeader: row == 0)))));
        part.Worksheet = new Worksheet(WidthsOf(widths), data);
        var sheets = book.Workbook.GetFirstChild<Sheets>()!;
        sheets.Append(
            new Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)sheets.ChildElements.Count + 1,
                Name = name,
            }
        );
    }

    // The last width holds for all columns behind it.
    static Columns WidthsOf(double[] widths) =>
        new(
            widths.Select(
                (width, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = i == widths.Length - 1 ? 50u : (uint)i + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );

    // Everything is text: a spreadsheet would take the zero from a postal code and make a day of "2024".
    static Cell CellOf(string text, bool isHeader) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = isHeader ? BoldStyle : 0,
        };

    static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );
}
