using BizGraph.Api.Samples;
using BizGraph.GraphQL;
using BizGraph.Ingest;
using BizGraph.Ingest.Jobs;

namespace BizGraph.Api.Imports;

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

    /// <summary>Takes in what was uploaded for a preview, once, as a job: `job` says how it stands, the subscription `jobProgress` follows it.</summary>
    [Error<UnknownTokenException>, Error<SampleIsFixedException>]
    public static Task<Job> ConfirmImportAsync([GraphQLDescription("The token of the preview.")] string token, ImportDesk desk) =>
        desk.ConfirmAsync(token, By);
}
