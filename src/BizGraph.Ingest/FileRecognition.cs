using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What the files of a request are.</summary>
/// <param name="Tables">Their tables, in order.</param>
/// <param name="Named">Columns named by hand.</param>
/// <param name="Words">What words for relations are said to mean, by their folded form.</param>
/// <param name="Remarks">What was left out of them, and why.</param>
sealed record RecognisedFiles(
    IReadOnlyList<IncomingTable> Tables,
    NamedColumns Named,
    IReadOnlyDictionary<string, RelationWord> Words,
    IReadOnlyList<ImportProblem> Remarks
);

/// <summary>Recognises all files of a request before anything of them is stored; refuses it with every reason at once.</summary>
sealed class FileRecognition(ImportRequest request, ProgressMeter meter, CancellationToken cancellation)
{
    readonly List<string> _reasons = [];
    readonly List<ImportProblem> _problems = [];
    readonly List<ImportProblem> _remarks = [];

    /// <summary>What every file is.</summary>
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong.</exception>
    public async Task<RecognisedFiles> RunAsync()
    {
        var named = new NamedColumns(request.Columns, request.Mapping, _reasons);
        CheckRequest();
        meter.Enter(ImportPhase.Checking);
        var tables = new List<IncomingTable>();
        foreach (var path in request.Files)
        {
            tables.AddRange(await RecogniseAsync(path, named));
        }

        _reasons.AddRange(named.Unused.Select(header => $"No file has a column \"{header}\"."));
        var missing = named.MissingIn([.. tables.SelectMany(table => table.Layouts.Values)]);
        _reasons.AddRange(
            missing.Select(column =>
                $"The mapping takes \"{column.Header}\" for {column.Field}; no list of {column.List} has such a column."
            )
        );
        return _reasons.Count == 0
            ? new RecognisedFiles(tables, named, request.Mapping.Meanings, _remarks)
            : throw new ImportRefusedException(_reasons, _problems);
    }

    void CheckRequest()
    {
        if (request.Files.Count == 0)
        {
            _reasons.Add("No file is named.");
        }

        if (string.IsNullOrWhiteSpace(request.Source))
        {
            _reasons.Add("The source has no name.");
        }
        else if (request.Source.Any(letter => letter == '@' || char.IsControl(letter)))
        {
            _reasons.Add(
                $"The source is named \"{request.Source}\"; expected a name of one line without @, since ids are shown as id@source."
            );
        }
        else if (request.Source == Import.ByHand)
        {
            _reasons.Add(
                $"The source is named \"{request.Source}\", which stands for what people decide; expected another name."
            );
        }

        meter.BytesTotal = request.Files.Select(path => new FileInfo(path)).Sum(file => file.Exists ? file.Length : 0);
    }

    async Task<IReadOnlyList<IncomingTable>> RecogniseAsync(string path, NamedColumns named)
    {
        var name = Path.GetFileName(path);
        meter.EnterFile(name);
        try
        {
            return await new FileTables(named, meter.AddBytes, cancellation).RecogniseAsync(path, _remarks.Add);
        }
        catch (UnreadableFileException unreadable)
        {
            Refuse(unreadable.Kind, name, unreadable.Found, unreadable.Expected);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var found = Directory.Exists(path) ? "a folder" : failure.Message.TrimEnd('.');
            Refuse(ImportProblemKind.UnreadableFile, name, found, "a file that can be read");
        }

        return [];
    }

    void Refuse(ImportProblemKind kind, string name, string found, string expected)
    {
        var problem = new ImportProblem(kind, name, null, null, found, expected);
        _problems.Add(problem);
        _reasons.Add(problem.ToString());
    }
}
