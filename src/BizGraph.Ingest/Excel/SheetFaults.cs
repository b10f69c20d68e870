using System.Globalization;
using System.IO.Compression;
using System.Xml;
using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Excel;

/// <summary>Finds the cells of an .xlsx sheet that hold an error, or a formula without its value: the library gives them as empty.</summary>
sealed class SheetFaults
{
    const int Most = 100_000;

    readonly Dictionary<long, List<CellFault>> _faults = [];
    long _row;
    int _column;
    int _count;
    string? _type;
    bool _hasFormula;
    string _value = string.Empty;

    /// <summary>Them by the numbers of their rows; the first 100,000.</summary>
    public static Dictionary<long, List<CellFault>> Of(Stream workbook, string part)
    {
        workbook.Position = 0;
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        var faults = new SheetFaults();
        using var xml = SafeXml.Open(archive.GetEntry(part)!.Open());
        while (faults._count < Most && SafeXml.Next(xml))
        {
            faults.Visit(xml);
        }

        return faults._faults;
    }

    void Visit(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Begin(xml);
                break;
            case XmlNodeType.Text:
                _value = xml.Value;
                break;
            case XmlNodeType.EndElement when xml.LocalName == "f":
                _value = string.Empty;
                break;
            case XmlNodeType.EndElement when xml.LocalName == "c":
                EndCell();
                break;
        }
    }

    void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "row":
                _row = long.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                    ? row
                    : _row + 1;
                _column = -1;
                break;
            case "c":
                _column = ColumnOf(xml.GetAttribute("r")) ?? _column + 1;
                (_type, _hasFormula, _value) = (xml.GetAttribute("t"), false, string.Empty);
                break;
            case "f":
                _hasFormula = true;
                break;
            case "v":
                _value = string.Empty;
                break;
        }
    }

    void EndCell()
    {
        if (_type == "e")
        {
            Add(ImportProblemKind.CellError, _value.Length > 0 ? _value : "an error", "a value: mend the formula");
        }
        else if (_hasFormula && _value.Length == 0 && _type != "str")
        {
            Add(
                ImportProblemKind.FormulaWithoutValue,
                "a formula whose value is not in the workbook",
                "its value: open the workbook in Excel and save it"
            );
        }
    }

    void Add(ImportProblemKind kind, string found, string expected)
    {
        _count++;
        if (!_faults.TryGetValue(_row, out var row))
        {
            _faults.Add(_row, row = []);
        }

        row.Add(new CellFault(_column, kind, found, expected));
    }

    static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? string.Empty)
        {
            if (letter is < 'A' or > 'Z' || column > 1 << 20)
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column > 0 ? column - 1 : null;
    }
}
