using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>A row that was refused, as it was.</summary>
/// <param name="Problem">Why.</param>
/// <param name="Headers">The headers of its list; rows of one list have the same instance.</param>
/// <param name="Cells">Its cells, as many as there are headers; cells behind the last header are left out. Empty where the row could not be taken apart.</param>
public sealed record RefusedRow(ImportProblem Problem, IReadOnlyList<string> Headers, IReadOnlyList<string> Cells);
