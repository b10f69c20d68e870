using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Recognises the tables of one file, through the archive around it.</summary>
/// <param name="named">Columns named by hand.</param>
/// <param name="read">Told how many bytes were read since it was told last.</param>
/// <param name="cancellation">Stops it.</param>
sealed class FileTables(NamedColumns named, Action<long> read, CancellationToken cancellation)
{
    readonly List<IncomingTable> _tables = [];
    readonly List<(string Name, UnreadableFileException Why)> _leftOut = [];
    long _unpacked;

    /// <summary>Those that are lists.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="leftOut">Told of each that is left out since it is no list.</param>
    /// <exception cref="UnreadableFileException">None of them is, or the file cannot be read.</exception>
    public async Task<IReadOnlyList<IncomingTable>> RecogniseAsync(string path, Action<ImportProblem> leftOut)
    {
        try
        {
            foreach (var source in Archives.ContentsOf(path))
            {
                await RecogniseAsync(source);
            }
        }
        catch (InvalidDataException damage)
        {
            throw Damaged(damage);
        }

        foreach (var (name, why) in _tables.Count > 0 ? _leftOut : [])
        {
            leftOut(new ImportProblem(ImportProblemKind.WrongSheet, name, null, null, why.Found, $"{why.Expected}; left out"));
        }

        foreach (var table in _tables)
        {
            if (table.Table.LeftOut is { } what)
            {
                leftOut(new ImportProblem(what.Kind, table.Name, null, null, what.Found, what.Expected));
            }
        }

        return _tables.Count > 0 ? _tables : throw NoList();
    }

    /// <summary>What is said of an archive that is damaged.</summary>
    public static UnreadableFileException Damaged(InvalidDataException damage) =>
        new(
            $"a damaged file: {damage.Message.TrimEnd('.')}",
            "a whole file; export or copy it again",
            ImportProblemKind.DamagedFile
        );

    async Task RecogniseAsync(ByteSource source)
    {
        FileScan scan;
        try
        {
            scan = await FileScan.RunAsync(source, read, cancellation);
            Count(scan);
        }
        catch (UnreadableFileException unreadable) when (unreadable.IsNoList)
        {
            _leftOut.Add((source.Name, unreadable));
            return;
        }

        foreach (var table in TablesOf(scan))
        {
            try
            {
                _tables.Add(IncomingTable.Recognise(scan, table, named, cancellation));
            }
            catch (UnreadableFileException unreadable) when (unreadable.IsNoList)
            {
                _leftOut.Add((IncomingTable.NameOf(scan, table), unreadable));
            }
        }
    }

    IReadOnlyList<Table> TablesOf(FileScan scan)
    {
        try
        {
            return scan.Format.TablesOf(scan, named, cancellation);
        }
        catch (UnreadableFileException unreadable) when (unreadable.IsNoList)
        {
            _leftOut.Add((scan.Source.Name, unreadable));
            return [];
        }
    }

    // Entries of an archive may lie over one another: each is within the limit, all of them are not.
    void Count(FileScan scan)
    {
        _unpacked += scan.Bytes;
        if (scan.Source.IsUnpacked && _unpacked > UnpackedStream.MostUnpacked(scan.FileLength))
        {
            throw UnpackedStream.OverLimit(scan.FileLength);
        }

        read(scan.Source.PackedBytes);
    }

    UnreadableFileException NoList() =>
        _leftOut is [var only]
            ? only.Why
            : new UnreadableFileException(
                "no list: " + string.Join("; ", _leftOut.Select(table => $"{table.Name}: {table.Why.Found}")),
                _leftOut[^1].Why.Expected
            );
}
