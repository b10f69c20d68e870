using System.Text;
using BizGraph.Api.Exports;
using BizGraph.Ingest;
using BizGraph.Model;
using CsvHelper;

namespace BizGraph.Api.Imports;

/// <summary>Refused rows as spreadsheets to mend and import again: each row as it was, and in a last column why. Each list has a file of its own, since its columns are its own; there is no file where nothing is refused.</summary>
/// <param name="path">The first file; the others are numbered, such as <c>refused-2.csv</c>.</param>
sealed class RefusedRowFiles(string path) : IDisposable
{
    const int MostFiles = 100;

    // Spreadsheets take a file for UTF-8 by its mark only.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    readonly List<string> _files = [];
    IReadOnlyList<string>? _headers;
    int _width; // columns without that of the reason, which a list that came from such a file has already
    StreamWriter? _writer;
    CsvWriter? _csv;

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Rows that were written.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that were not, since more lists than anyone has have some.</summary>
    public long LeftOut { get; private set; }

    /// <summary>Writes a row.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(RefusedRow row)
    {
        if (!ReferenceEquals(_headers, row.Headers))
        {
            Open(row.Headers);
        }

        if (_csv is null)
        {
            LeftOut++;
            return;
        }

        // Of a row that could not be taken apart, or that names whom nobody is to keep any more, there is only the place: its cells
        // stay empty, and so it is refused again.
        var isKept = row.Cells.Count > 0 && row.Problem.Kind != ImportProblemKind.ErasedOnRequest;
        var cells = isKept ? row.Cells : row.Headers.Select(_ => string.Empty);
        _csv.WriteRecord((string[])[.. cells.Take(_width).Select(SpreadsheetText.Harmless), row.Reason]);
        Rows++;
    }

    /// <summary>Ends the last file.</summary>
    public void Dispose()
    {
        _csv?.Dispose();
        _writer?.Dispose();
        (_csv, _writer) = (null, null);
    }

    void Open(IReadOnlyList<string> headers)
    {
        Dispose();
        _headers = headers;
        if (_files.Count == MostFiles)
        {
            return;
        }

        var file = _files.Count == 0 ? path : NextFree();
        _writer = new StreamWriter(new FileStream(file, FileMode.CreateNew), Utf8);
        _files.Add(file);
        _csv = CsvWriter.Create(_writer, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        _width = headers is [.., RefusedRow.ReasonHeader] ? headers.Count - 1 : headers.Count;
        _csv.WriteRecord((string[])[.. headers.Take(_width).Select(SpreadsheetText.Harmless), RefusedRow.ReasonHeader]);
    }

    string NextFree()
    {
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        return Enumerable
            .Range(_files.Count + 1, int.MaxValue - MostFiles)
            .Select(number => Path.Combine(folder, $"{name}-{number}{Path.GetExtension(path)}"))
            .First(file => !File.Exists(file));
    }
}
