using BizGraph.Ingest.Csv;
using BizGraph.Ingest.Layouts;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>Recognises all files of a request before anything of them is stored; refuses it with every reason at once.</summary>
sealed class FileRecognition(ImportRequest request, ProgressMeter meter, CancellationToken cancellation)
{
    readonly List<string> _reasons = [];
    readonly List<ImportProblem> _problems = [];

    /// <summary>What every file is, and the columns named by hand.</summary>
    /// <exception cref="ImportRefusedException">A file is no list, or the request is wrong.</exception>
    public async Task<(IReadOnlyList<IncomingFile> Files, NamedColumns Named)> RunAsync()
    {
        var named = new NamedColumns(request.Columns, _reasons);
        CheckRequest();
        meter.Enter(ImportPhase.Checking);
        var files = new List<IncomingFile>();
        foreach (var path in request.Files)
        {
            if (await RecogniseAsync(path, named) is { } file)
            {
                files.Add(file);
            }
        }

        _reasons.AddRange(named.Unused.Select(header => $"No file has a column \"{header}\"."));
        return _reasons.Count == 0 ? (files, named) : throw new ImportRefusedException(_reasons, _problems);
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

    async Task<IncomingFile?> RecogniseAsync(string path, NamedColumns named)
    {
        var name = Path.GetFileName(path);
        meter.EnterFile(name);
        try
        {
            return await IncomingFile.RecogniseAsync(path, named, meter.AddBytes, cancellation);
        }
        catch (UnreadableFileException unreadable)
        {
            Refuse(name, unreadable.Found, unreadable.Expected);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(name, Directory.Exists(path) ? "a folder" : failure.Message.TrimEnd('.'), "a file that can be read");
        }

        return null;
    }

    void Refuse(string name, string found, string expected)
    {
        var problem = new ImportProblem(ImportProblemKind.UnreadableFile, name, null, null, found, expected);
        _problems.Add(problem);
        _reasons.Add(problem.ToString());
    }
}
