using System.IO.Compression;

namespace BizGraph.Ingest.Files;

/// <summary>Bytes that can be read from their beginning any number of times: a file, what a gzip file holds, an entry of a zip archive.</summary>
abstract class ByteSource(string path, string name)
{
    /// <summary>Where the file is.</summary>
    public string Path { get; } = path;

    /// <summary>What it is called: the file's name without folders; behind it, for an entry of an archive, the entry's.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it came out of an archive.</summary>
    public virtual bool IsUnpacked => true;

    /// <summary>How many bytes of the file it takes, where it is unpacked.</summary>
    public abstract long PackedBytes { get; }

    /// <summary>Opens the bytes.</summary>
    /// <param name="file">The file on disk, for how far it is read; the bytes dispose it.</param>
    public abstract Stream Open(out FileStream file);

    /// <summary>Opens a file. A spreadsheet program may have it open for writing.</summary>
    public static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}

/// <summary>A file as it is.</summary>
sealed class FileBytes(string path) : ByteSource(path, System.IO.Path.GetFileName(path))
{
    public override bool IsUnpacked => false;

    public override long PackedBytes => 0;

    public override Stream Open(out FileStream file) => file = OpenFile(Path);
}

/// <summary>What a gzip file holds.</summary>
sealed class GzipBytes(string path) : ByteSource(path, System.IO.Path.GetFileName(path))
{
    public override long PackedBytes => new FileInfo(Path).Length;

    public override Stream Open(out FileStream file)
    {
        file = OpenFile(Path);
        return new GzipContentStream(file);
    }
}

/// <summary>An entry of a zip archive. Nothing is unpacked to disk, so that its name is only a name.</summary>
sealed class ZipEntryBytes(string path, string entry, int index, long packedBytes)
    : ByteSource(path, $"{System.IO.Path.GetFileName(path)}/{entry}")
{
    public override long PackedBytes => packedBytes;

    public override Stream Open(out FileStream file)
    {
        file = OpenFile(Path);
        try
        {
            return new ZipEntryStream(new ZipArchive(file), index, file.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
