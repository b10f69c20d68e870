namespace BizGraph.Ingest;

/// <summary>Counts bytes and rows, and says so a few times a second.</summary>
sealed class ProgressMeter(IProgress<ImportProgress>? progress, TimeProvider clock, CancellationToken cancellation)
{
    const int RowsBetweenLooks = 1_024;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Before that the beginning of a file, which takes longest, says little of the rest.
    const double FirstEstimate = 0.5;

    ImportPhase _phase;
    string _file = string.Empty;
    long _bytesBefore; // of the files that are done
    int _table; // of the file in hand, each of whose tables reads all of it
    int _tables = 1;
    long _bytes;
    long _started = clock.GetTimestamp();
    long _reported;

    /// <summary>Bytes of all files.</summary>
    public long BytesTotal { get; set; }

    /// <summary>The number of the import; null before it began.</summary>
    public int? Import { get; set; }

    /// <summary>Rows read, blank ones and headers left out.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows taken in.</summary>
    public long RowsTaken { get; private set; }

    /// <summary>Rows refused.</summary>
    public long RowsRefused => RowsRead - RowsTaken;

    /// <summary>Begins a phase.</summary>
    public void Enter(ImportPhase phase)
    {
        _phase = phase;
        if (phase is ImportPhase.Checking or ImportPhase.Reading)
        {
            (_bytesBefore, _bytes) = (0, 0);
            _started = clock.GetTimestamp();
        }

        Report();
    }

    /// <summary>Goes to the next file of the phase.</summary>
    /// <param name="file">Its name, or that of its first table.</param>
    /// <param name="tables">How many tables of it are read.</param>
    public void EnterFile(string file, int tables = 1)
    {
        (_file, _table, _tables) = (file, 0, tables);
        _bytesBefore += _bytes;
        _bytes = 0;
        Report();
    }

    /// <summary>Goes to the next table of the file in hand.</summary>
    public void EnterTable(string table)
    {
        _file = table;
        _table++;
        Report();
    }

    /// <summary>Counts bytes of the file in hand.</summary>
    public void AddBytes(long count)
    {
        _bytes += count;
        ReportNowAndThen();
    }

    /// <summary>Counts a row.</summary>
    /// <param name="isTaken">Whether it was taken in.</param>
    /// <param name="file">The file in hand, for how far it is read; null where its position does not tell.</param>
    public void AddRow(bool isTaken, FileStream? file)
    {
        RowsRead++;
        RowsTaken += isTaken ? 1 : 0;
        if (RowsRead % RowsBetweenLooks == 0)
        {
            _bytes = file is null ? _bytes : ((_table * file.Length) + file.Position) / _tables;
            ReportNowAndThen();
        }
    }

    /// <summary>Ends the file in hand.</summary>
    public void EndFile(long length)
    {
        _bytes = length;
        Report();
    }

    void ReportNowAndThen()
    {
        cancellation.ThrowIfCancellationRequested();
        if (clock.GetElapsedTime(_reported) >= Pause)
        {
            Report();
        }
    }

    void Report()
    {
        _reported = clock.GetTimestamp();
        var seconds = clock.GetElapsedTime(_started).TotalSeconds;
        progress?.Report(
            new ImportProgress(
                _phase,
                _file,
                _bytesBefore + _bytes,
                BytesTotal,
                RowsRead,
                RowsTaken,
                RowsRefused,
                seconds > 0 ? RowsRead / seconds : 0,
                SecondsLeft(seconds),
                Import
            )
        );
    }

    double? SecondsLeft(double seconds)
    {
        var done = _bytesBefore + _bytes;
        return _phase is ImportPhase.Checking or ImportPhase.Reading && seconds >= FirstEstimate && done > 0
            ? seconds * Math.Max(0, BytesTotal - done) / done
            : null;
    }
}
