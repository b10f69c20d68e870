using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>The problems of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="First">The first of them.</param>
sealed record ProblemGroup(ImportProblemKind Kind, long Count, IReadOnlyList<ImportProblem> First)
{
    /// <summary>How many problems of a kind are written out.</summary>
    public const int MostSaid = 10;

    /// <summary>Whether it was refused what has them; else they are remarks.</summary>
    public bool IsRefusal => Kind.IsRefusal();

    /// <summary>The kind in words, such as "missing value".</summary>
    public string Title =>
        string.Concat(Kind.ToString().Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"))
            .ToLowerInvariant();

    /// <summary>How many are not written out.</summary>
    public long Untold => Count - First.Sum(problem => problem.Count);

    /// <summary>The problems of a report by their kinds, refusals first.</summary>
    public static IReadOnlyList<ProblemGroup> Of(ImportReport report) =>
        [
            .. report
                .ProblemCounts.Select(count => new ProblemGroup(
                    count.Key,
                    count.Value,
                    [.. report.Problems.Where(problem => problem.Kind == count.Key).Take(MostSaid)]
                ))
                .OrderByDescending(group => group.IsRefusal)
                .ThenBy(group => group.Kind),
        ];
}
