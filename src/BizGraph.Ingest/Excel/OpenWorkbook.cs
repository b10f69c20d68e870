using System.Text;
using BizGraph.Ingest.Files;
using BizGraph.Model;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace BizGraph.Ingest.Excel;

/// <summary>A workbook in the hands of the library that reads it. Whatever it trips over is said as damage.</summary>
sealed class OpenWorkbook : IDisposable
{
    /// <summary>The most rows of a sheet.</summary>
    const int MostRows = 1 << 20;

    /// <summary>The most cells of a sheet, the empty ones among them: all rows of Excel, a hundred columns wide.</summary>
    const long MostCells = 100L << 20;

    const int MostColumns = 16_384;

    readonly IExcelDataReader _reader;

    static OpenWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Opens it at its first sheet. The bytes stay open.</summary>
    public OpenWorkbook(Stream bytes)
    {
        CompoundHeader.Check(bytes);
        bytes.Position = 0;
        _reader = Guard(() => ExcelReaderFactory.CreateReader(bytes, new ExcelReaderConfiguration { LeaveOpen = true }));
        CheckSize();
    }

    /// <summary>The number of the sheet in hand, from 0.</summary>
    public int SheetNumber { get; private set; }

    /// <summary>Its name.</summary>
    public string SheetName => _reader.Name ?? $"{SheetNumber + 1}";

    /// <summary>How many columns it has.</summary>
    public int Width => _reader.FieldCount;

    /// <summary>Goes to the next sheet.</summary>
    public bool NextSheet()
    {
        var isThere = Guard(_reader.NextResult);
        SheetNumber += isThere ? 1 : 0;
        CheckSize();
        return isThere;
    }

    /// <summary>Goes to the next row.</summary>
    public bool NextRow() => Guard(_reader.Read);

    /// <summary>A cell of the row, and the format in which it is shown.</summary>
    public object? Cell(int column, out string? format)
    {
        format = _reader.GetNumberFormatString(column);
        return _reader.GetValue(column);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    void CheckSize()
    {
        // The library looks for each row that a sheet claims to have.
        var cells = (long)_reader.FieldCount * _reader.RowCount;
        if (_reader.FieldCount > MostColumns || _reader.RowCount > MostRows || cells > MostCells)
        {
            throw new UnreadableFileException(
                $"a sheet of {_reader.FieldCount:N0} columns and {_reader.RowCount:N0} rows",
                $"at most {MostColumns:N0} and {MostRows:N0}, and {MostCells:N0} cells in all; take away what stands far from the list",
                ImportProblemKind.OverLimit
            );
        }
    }

    static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException(
                "a workbook that is locked with a password",
                "one saved without a password",
                ImportProblemKind.EncryptedFile
            );
        }
        catch (Exception failure) when (failure is not (UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException(
                $"a workbook that is damaged or of an unknown kind: {failure.Message.TrimEnd('.')}",
                "a workbook that Excel opens; save it again as .xlsx, or as CSV",
                ImportProblemKind.DamagedFile
            );
        }
    }
}
