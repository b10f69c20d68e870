using BizGraph.Api.Commands;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;
using BizGraph.Ingest.Mappings;

namespace BizGraph.Api.Imports;

/// <summary>What taking an import back came to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Version">The network version by then.</param>
/// <param name="Sentence">What changed in the network, in one sentence.</param>
[ObjectType]
sealed record ImportUndone(int Number, long Version, string Sentence);

/// <summary>Taking in files: first a look, then a yes.</summary>
[MutationType]
static class ImportMutations
{
    // Until there is access control: the door that it came through.
    const string By = "GraphQL";

    /// <summary>Uploads files, at most 20 of 64 MB in all, and says what they would come to; nothing is taken in. The upload waits half an hour for `confirmImport`.</summary>
    [Error<ImportRefusedException>, Error<ImportDeclinedException>, Error<SampleIsFixedException>]
    public static async Task<ImportPreviewed> PreviewImportAsync(
        [GraphQLDescription("Lists of businesses, of ties, of payments, in any order.")] IReadOnlyList<IFormFile> files,
        [GraphQLDescription("Whose data it is; the ids of one source are apart from those of another.")] string? source,
        [GraphQLDescription("Columns named by hand, each as field=header, such as from=buyer.")] IReadOnlyList<string>? columns,
        ImportDesk desk,
        CancellationToken cancellation
    ) => new(await desk.PreviewAsync(files, source, columns, cancellation));

    /// <summary>Says what an upload would come to where its columns and words mean what a mapping says; it waits on.</summary>
    [Error<UnknownTokenException>, Error<ImportRefusedException>, Error<ImportDeclinedException>, Error<SampleIsFixedException>]
    public static async Task<ImportPreviewed> RemapImportAsync(
        [GraphQLDescription("The token of the preview.")] string token,
        [GraphQLDescription("The mapping, as YAML.")] string mapping,
        ImportDesk desk,
        CancellationToken cancellation
    ) => new(await desk.LookAgainAsync(token, MappingFile.Parse(mapping, "mapping"), cancellation));

    /// <summary>Takes in what was uploaded for a preview, once, as a job: `job` says how it stands, the subscription `jobProgress` follows it.</summary>
    [Error<UnknownTokenException>, Error<SampleIsFixedException>]
    public static Task<Job> ConfirmImportAsync([GraphQLDescription("The token of the preview.")] string token, ImportDesk desk) =>
        desk.ConfirmAsync(token, By);

    /// <summary>Takes an import back: the network is then as if it had never been. One that was interrupted is dropped.</summary>
    [Error<ImportDeclinedException>, Error<SampleIsFixedException>]
    public static async Task<ImportUndone> UndoImportAsync(
        [GraphQLDescription("The import's number.")] int number,
        ImportDesk desk,
        CurrentSnapshot current,
        CancellationToken cancellation
    )
    {
        var changes = await desk.UndoAsync(number, cancellation);
        return new ImportUndone(number, current.Now.Snapshot.Version, ImportWords.Changes(changes));
    }
}
