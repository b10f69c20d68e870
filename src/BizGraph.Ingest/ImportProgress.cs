namespace BizGraph.Ingest;

/// <summary>How far an import is.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="File">The name of the file in hand.</param>
/// <param name="BytesDone">Bytes read in this phase, over all files.</param>
/// <param name="BytesTotal">Bytes of all files.</param>
/// <param name="RowsRead">Rows read, blank ones and headers left out.</param>
/// <param name="RowsTaken">Rows taken in.</param>
/// <param name="RowsRefused">Rows refused.</param>
/// <param name="RowsPerSecond">Rows read a second, since the first.</param>
/// <param name="SecondsLeft">About how long this phase goes on, by the bytes that are left; null where that cannot be told yet.</param>
/// <param name="Import">The number of the import; null before it began.</param>
public readonly record struct ImportProgress(
    ImportPhase Phase,
    string File,
    long BytesDone,
    long BytesTotal,
    long RowsRead,
    long RowsTaken,
    long RowsRefused,
    double RowsPerSecond,
    double? SecondsLeft = null,
    int? Import = null
);

/// <summary>What an import is doing.</summary>
public enum ImportPhase
{
    /// <summary>Reading the bytes of all files once, to know them again and to recognise what they are. Nothing is stored yet.</summary>
    Checking,

    /// <summary>Taking in rows.</summary>
    Reading,

    /// <summary>Waiting for another import to finish.</summary>
    Waiting,

    /// <summary>Making the rows count.</summary>
    Finishing,
}
