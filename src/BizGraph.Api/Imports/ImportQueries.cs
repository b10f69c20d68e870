using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>The imports that made the network.</summary>
[QueryType]
static class ImportQueries
{
    /// <summary>All imports, the newest first.</summary>
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<Import>> GetImportsAsync(
        Shown shown,
        PagingArguments page,
        CancellationToken cancellation
    ) => page.Slice([.. (await shown.Store.ImportsAsync(cancellation)).Reverse()]);
}

/// <summary>One run of taking in files.</summary>
[ObjectType<Import>]
[GraphQLName("Import")]
static class ImportNode
{
    /// <summary>Its number, from 1.</summary>
    public static int Number([Parent] Import import) => import.Number;

    /// <summary>Whose data it is.</summary>
    public static string Source([Parent] Import import) => import.Source;

    /// <summary>How far it got.</summary>
    public static ImportState State([Parent] Import import) => import.State;

    /// <summary>When it began.</summary>
    public static DateTimeOffset Started([Parent] Import import) => import.Started;

    /// <summary>When it finished, if it did.</summary>
    public static DateTimeOffset? Finished([Parent] Import import) => import.Finished;

    /// <summary>The network version that it made or left.</summary>
    public static long? Version([Parent] Import import) => import.Version;

    /// <summary>The names of its files, in the order in which they were given.</summary>
    public static IEnumerable<string> Files([Parent] Import import) => import.Files.Select(f => f.Name);

    /// <summary>Rows read, blank ones and headers left out.</summary>
    public static long? RowsRead([Parent] Import import) => import.Report?.RowsRead;

    /// <summary>Rows taken in.</summary>
    public static long? RowsTaken([Parent] Import import) => import.Report?.RowsTaken;

    /// <summary>Rows refused.</summary>
    public static long? RowsRefused([Parent] Import import) => import.Report?.RowsRefused;

    /// <summary>How many problems and remarks there were in all.</summary>
    public static long? ProblemCount([Parent] Import import) => import.Report?.ProblemCount;

    /// <summary>The first problems of each kind.</summary>
    [ListSize(AssumedSize = 20)]
    public static IReadOnlyList<ImportProblem> Problems([Parent] Import import) => import.Report?.Problems ?? [];
}

/// <summary>What is wrong with a row: the place and what was expected. What stands there may be private: it is told to whoever imports, and not here.</summary>
[ObjectType<ImportProblem>]
[GraphQLName("ImportProblem")]
static class ImportProblemNode
{
    /// <summary>What sort of problem it is.</summary>
    public static ImportProblemKind Kind([Parent] ImportProblem problem) => problem.Kind;

    /// <summary>Whether the row was refused; otherwise it was taken and this is a remark.</summary>
    public static bool IsRefusal([Parent] ImportProblem problem) => problem.IsRefusal;

    /// <summary>The file's name.</summary>
    public static string File([Parent] ImportProblem problem) => problem.File;

    /// <summary>Row number, the header being row 1; null where it concerns the whole file.</summary>
    public static long? Row([Parent] ImportProblem problem) => problem.Row;

    /// <summary>The header of the column; null where it concerns the whole row.</summary>
    public static string? Column([Parent] ImportProblem problem) => problem.Column;

    /// <summary>What would do.</summary>
    public static string Expected([Parent] ImportProblem problem) => problem.Expected;

    /// <summary>How many times it is there, where it is said once for a column or a word.</summary>
    public static long Count([Parent] ImportProblem problem) => problem.Count;
}
