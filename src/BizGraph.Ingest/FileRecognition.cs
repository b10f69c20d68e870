using BizGraph.Ingest.Files;
using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Places;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What the files of a request are.</summary>
/// <param name="Tables">Their tables, in order.</param>
/// <param name="Named">Columns named by hand.</param>
/// <param name="Words">What words for relations are said to mean, by their folded form.</param>
/// <param name="Places">Where postal codes and towns are; null where no table says.</param>
/// <param name="Remarks">What was left out of them, and why.</param>
sealed record RecognisedFiles(
    IReadOnlyList<IncomingTable> Tables,
    NamedColumns Named,
    IReadOnlyDictionary<string, RelationWord> Words,
    PlaceTable? Places,
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

        var places = await ReadPlacesAsync();
        _reasons.AddRange(named.Unused.Select(header => $"No file has a column \"{header}\"."));
        var missing = named.MissingIn([.. tables.SelectMany(table => table.Layouts.Values)]);
        _reasons.AddRange(
            missing.Select(column =>
                $"The mapping takes \"{column.Header}\" for {column.Field}; no list of {column.List} has such a column."
            )
        );
        return _reasons.Count == 0
            ? new RecognisedFiles(tables, named, request.Mapping.Meanings, places, _remarks)
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

    async Task<PlaceTable?> ReadPlacesAsync()
    {
        var places = request.Places.Count == 0 ? null : new PlaceTable();
        foreach (var named in request.Places)
        {
            var file = PlaceFile.Of(named);
            await TryAsync(file.Path, async () => await new PlaceReading(places!, _remarks.Add, cancellation).RunAsync(file));
        }

        return places;
    }

    async Task<IReadOnlyList<IncomingTable>> RecogniseAsync(string path, NamedColumns named)
    {
        IReadOnlyList<IncomingTable> tables = [];
        meter.EnterFile(Path.GetFileName(path));
        await TryAsync(
            path,
            async () => tables = await new FileTables(named, meter.AddBytes, cancellation).RecogniseAsync(path, _remarks.Add)
        );
        return tables;
    }

    async Task TryAsync(string path, Func<Task> read)
    {
        var name = Path.GetFileName(path);
        try
        {
            await read();
        }
        catch (UnreadableFileException unreadable)
        {
            Refuse(unreadable.Kind, name, unreadable.Found, unreadable.Expected);
        }
        catch (InvalidDataException damage)
        {
            var damaged = FileTables.Damaged(damage);
            Refuse(damaged.Kind, name, damaged.Found, damaged.Expected);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(ImportProblemKind.UnreadableFile, name, FoundAt(path, failure), "a file that can be read");
        }
    }

    static string FoundAt(string path, Exception failure) =>
        Directory.Exists(path) ? "a folder"
        : failure is FileNotFoundException or DirectoryNotFoundException ? $"no such file ({path})"
        : failure is UnauthorizedAccessException ? "a file that this account may not read"
        : failure.Message.TrimEnd('.');

    void Refuse(ImportProblemKind kind, string name, string found, string expected)
    {
        var problem = new ImportProblem(kind, name, null, null, found, expected);
        _problems.Add(problem);
        _reasons.Add(problem.ToString());
    }
}
