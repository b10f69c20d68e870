using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>A request that cannot be done at all: nothing of it counts. Its message names every reason, one a line.</summary>
/// <param name="reasons">Each reason in one sentence.</param>
/// <param name="problems">Those that are problems of a file.</param>
public sealed class ImportRefusedException(IReadOnlyList<string> reasons, IReadOnlyList<ImportProblem> problems)
    : Exception(string.Join(Environment.NewLine, reasons))
{
    /// <summary>Each reason in one sentence.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;

    /// <summary>The files that cannot be read, with what was found and what would do. Empty where the request itself is wrong.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; } = problems;
}
