using System.Buffers.Binary;
using System.IO.Compression;

namespace BizGraph.Ingest.Files;

/// <summary>What a gzip file holds. One that is cut short is said to be so: the runtime's own stream only ends.</summary>
sealed class GzipContentStream(FileStream file)
    : UnpackedStream(new GZipStream(file, CompressionMode.Decompress), packedLength: file.Length)
{
    const int TrailerLength = 4; // the length of what was packed, modulo 2^32

    readonly long _packedLength = file.Length;

    /// <inheritdoc/>
    protected override void CheckEnd(long length)
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        using var end = ByteSource.OpenFile(file.Name);
        end.Position = Math.Max(0, _packedLength - TrailerLength);
        var isWhole =
            end.ReadAtLeast(trailer, TrailerLength, throwOnEndOfStream: false) == TrailerLength
            && BinaryPrimitives.ReadUInt32LittleEndian(trailer) == unchecked((uint)length);
        if (!isWhole)
        {
            throw new InvalidDataException("a gzip file that is cut short, or several joined into one");
        }
    }
}
