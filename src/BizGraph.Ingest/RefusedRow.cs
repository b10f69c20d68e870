using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>A row that was refused, as it was.</summary>
/// <param name="Problem">Why.</param>
/// <param name="Headers">The headers of its list; rows of one list have the same instance.</param>
/// <param name="Cells">Its cells, as many as there are headers; cells behind the last header are left out. Empty where the row could not be taken apart.</param>
public sealed record RefusedRow(ImportProblem Problem, IReadOnlyList<string> Headers, IReadOnlyList<string> Cells)
{
    /// <summary>The column of a list of refused rows that says why; an import knows it and leaves it out.</summary>
    public const string ReasonHeader = "reason";

    const string ReasonStart = "Refused: ";

    /// <summary>Why, as it stands in that column.</summary>
    public string Reason => ReasonStart + Problem;

    /// <summary>Whether a cell of that column is ours; people's own column of that name is kept.</summary>
    internal static bool IsReason(string text) => text.StartsWith(ReasonStart, StringComparison.Ordinal);
}
