using System.Buffers.Binary;
using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Excel;

/// <summary>Checks the first bytes of an older workbook: the library takes as much memory as they tell it to.</summary>
/// <remarks>[MS-CFB] 2.2, Compound File Header.</remarks>
static class CompoundHeader
{
    const int Length = 512;
    const int MiniSectorShift = 6;

    /// <summary>Passes over a file of another kind.</summary>
    /// <exception cref="UnreadableFileException">It claims more than the file can hold.</exception>
    public static void Check(Stream bytes)
    {
        Span<byte> header = stackalloc byte[Length];
        bytes.Position = 0;
        var count = bytes.ReadAtLeast(header, Length, throwOnEndOfStream: false);
        bytes.Position = 0;
        if (count < Length || !header.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return;
        }

        var sectorShift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var sectors = bytes.Length >> 9;
        var isSound =
            sectorShift is 9 or 12
            && BinaryPrimitives.ReadUInt16LittleEndian(header[32..]) == MiniSectorShift
            && BinaryPrimitives.ReadUInt32LittleEndian(header[44..]) <= sectors // of the allocation table
            && BinaryPrimitives.ReadUInt32LittleEndian(header[64..]) <= sectors // of that of the small streams
            && BinaryPrimitives.ReadUInt32LittleEndian(header[72..]) <= sectors; // of the list of both
        if (!isSound)
        {
            throw new UnreadableFileException(
                "a workbook that is damaged: its first bytes say what cannot be",
                "a workbook that Excel opens; save it again as .xlsx, or as CSV",
                ImportProblemKind.DamagedFile
            );
        }
    }
}
