using System.IO.Compression;
using System.IO.Hashing;

namespace BizGraph.Ingest.Files;

/// <summary>The bytes of an entry of a zip archive, held against its checksum: the runtime does not.</summary>
sealed class ZipEntryStream(ZipArchive archive, int index, long packedLength)
    : UnpackedStream(archive.Entries[index].Open(), packedLength)
{
    readonly Crc32 _sum = new();

    /// <inheritdoc/>
    protected override void Check(ReadOnlySpan<byte> bytes) => _sum.Append(bytes);

    /// <inheritdoc/>
    protected override void CheckEnd(long length)
    {
        if (_sum.GetCurrentHashAsUInt32() != archive.Entries[index].Crc32)
        {
            throw new InvalidDataException("a zip archive whose content does not fit its checksum");
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            archive.Dispose();
        }
    }
}
