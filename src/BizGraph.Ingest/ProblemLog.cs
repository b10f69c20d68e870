using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>All problems of an import: the first of each kind and file in full, the rest counted.</summary>
/// <remarks>Its size does not grow with the files.</remarks>
sealed class ProblemLog
{
    /// <summary>How many problems of a kind are kept in full for one file.</summary>
    public const int KeptPerKind = 20;

    const int KeptInAll = 2_000;
    const int LongestFound = 80;

    readonly List<(ImportProblem Problem, long Count)> _kept = [];
    readonly Dictionary<Place, int> _saidOnce = [];
    readonly Dictionary<(string File, ImportProblemKind Kind), int> _keptOf = [];
    readonly SortedDictionary<ImportProblemKind, long> _counts = [];

    readonly record struct Place(string File, ImportProblemKind Kind, string? Column, string? Word);

    /// <summary>How many problems there were.</summary>
    public long Count => _counts.Values.Sum();

    /// <summary>How many problems of each kind there were.</summary>
    public IReadOnlyDictionary<ImportProblemKind, long> Counts => _counts;

    /// <summary>Those that are kept in full, in the order in which they were met.</summary>
    public IReadOnlyList<ImportProblem> Problems => [.. _kept.Select(kept => kept.Problem with { Count = kept.Count })];

    /// <summary>Why a row was refused last.</summary>
    public ImportProblem? LastRefusal { get; private set; }

    /// <summary>A problem of one row.</summary>
    public void Add(ImportProblem problem)
    {
        CountOne(problem.Kind);
        var shortened = problem with { Found = Shorten(problem.Found) };
        if (problem.IsRefusal)
        {
            LastRefusal = shortened;
        }

        Keep(shortened);
    }

    /// <summary>A problem that is said once for its column, or once for each word.</summary>
    public void AddOnce(ImportProblem problem, string? word = null)
    {
        CountOne(problem.Kind);
        var place = new Place(problem.File, problem.Kind, problem.Column, word);
        if (_saidOnce.TryGetValue(place, out var index))
        {
            _kept[index] = (_kept[index].Problem, _kept[index].Count + 1);
        }
        else if (Keep(problem))
        {
            _saidOnce.Add(place, _kept.Count - 1);
        }
    }

    bool Keep(ImportProblem problem)
    {
        var kind = (problem.File, problem.Kind);
        var already = _keptOf.GetValueOrDefault(kind);
        if (already >= KeptPerKind || _kept.Count >= KeptInAll)
        {
            return false;
        }

        _keptOf[kind] = already + 1;
        _kept.Add((problem with { Found = Shorten(problem.Found) }, 1));
        return true;
    }

    void CountOne(ImportProblemKind kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    static string Shorten(string text) =>
        text.Length <= LongestFound ? text : string.Concat(text.AsSpan(0, LongestFound - 1), "…");
}
