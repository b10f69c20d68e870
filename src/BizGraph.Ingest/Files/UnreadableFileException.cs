using BizGraph.Model;

namespace BizGraph.Ingest.Files;

/// <summary>A file, or one table of it, that cannot be read, and why.</summary>
/// <param name="found">What it is.</param>
/// <param name="expected">What would do.</param>
/// <param name="kind">What sort of problem it is.</param>
sealed class UnreadableFileException(string found, string expected, ImportProblemKind kind = ImportProblemKind.UnreadableFile)
    : Exception($"Found {found}; expected {expected}.")
{
    /// <summary>What it is.</summary>
    public string Found { get; } = found;

    /// <summary>What would do.</summary>
    public string Expected { get; } = expected;

    /// <summary>What sort of problem it is.</summary>
    public ImportProblemKind Kind { get; } = kind;

    /// <summary>Whether it is only no list, so that the other tables of its file can be taken without it.</summary>
    public bool IsNoList => Kind == ImportProblemKind.UnreadableFile;
}
