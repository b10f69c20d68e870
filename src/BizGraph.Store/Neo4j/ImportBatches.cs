using System.Runtime.CompilerServices;
using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Scratch;

namespace BizGraph.Store.Neo4j;

/// <summary>The claims of imports, as batches of JSON text.</summary>
sealed class ImportBatches(QueryApi api, GraphNames names, StoreNode store)
{
    // Batches from this number on hold all claims of matches of an import, once matching changed them.
    const int FirstMatchBatch = 1_000_000_000;

    /// <summary>Keeps claims of an import; all are kept or none.</summary>
    /// <returns>Whether this client still had the import.</returns>
    public async Task<bool> AppendAsync(
        int import,
        int firstSequence,
        List<ClaimText> texts,
        ClaimPosition through,
        CancellationToken cancellation
    ) =>
        await api.NumberAsync(
            new Query(
                $$"""
                MATCH (i:{{names.Import}} {number: $import}) SET i.lock = $client
                WITH i WHERE i.holder = $client AND i.state = 'running' {{ImportNodes.Hold}},
                    i.acknowledgedFile = $file, i.acknowledgedRow = $row
                {{Written}}
                RETURN i.number
                """,
                parameters =>
                {
                    store.WriteClient(parameters);
                    parameters.WriteNumber("import", import);
                    parameters.WriteNumber("file", through.File);
                    parameters.WriteNumber("row", through.Row);
                    WriteTexts(parameters, firstSequence, texts);
                }
            ),
            cancellation
        )
            is not null;

    /// <summary>Removes the batches of an import from a number on.</summary>
    public Task RemoveAsync(int import, int from, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $"MATCH (b:{names.Batch}) WHERE b.import = $import AND b.seq >= $from DELETE b",
                parameters =>
                {
                    parameters.WriteNumber("import", import);
                    parameters.WriteNumber("from", from);
                }
            ),
            cancellation
        );

    /// <summary>How many batches an import has, whatever came after its last acknowledged row.</summary>
    public async Task<int> CountAsync(int import, CancellationToken cancellation) =>
        (int)
            (
                await api.NumberAsync(
                    new Query(
                        $"MATCH (b:{names.Batch} {{import: $number}}) RETURN coalesce(max(b.seq), -1) + 1",
                        parameters => parameters.WriteNumber("number", import)
                    ),
                    cancellation
                )
            )!.Value;

    /// <summary>The claims of an import, text by text.</summary>
    /// <param name="import">The import.</param>
    /// <param name="ofMatches">Whether only texts that speak of matches are asked for.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<IEnumerable<Claim>> ClaimsAsync(
        ImportNode import,
        bool ofMatches,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        const int BatchesAtOnce = 8;
        for (var from = 0L; ; )
        {
            var batches = await api.RowsAsync(
                new Query(
                    $"""
                    MATCH (b:{names.Batch}) WHERE b.import = $number AND b.seq >= $from AND b.matches >= $matches
                    RETURN b.seq, b.rows ORDER BY b.seq LIMIT {BatchesAtOnce}
                    """,
                    parameters =>
                    {
                        parameters.WriteNumber("number", import.Number);
                        parameters.WriteNumber("from", from);
                        parameters.WriteNumber("matches", ofMatches ? 1 : 0);
                    }
                ),
                static (ref Utf8JsonReader row) =>
                {
                    row.Begin();
                    return (Sequence: row.NextLong(), Rows: row.NextText());
                },
                cancellation
            );
            foreach (var (sequence, rows) in batches)
            {
                // What matching found and dropped since takes the place of the matches that came with the rows.
                var isReplaced = import.MatchRevision is not null && sequence < FirstMatchBatch;
                yield return isReplaced ? ClaimJson.Read(rows).Where(claim => claim is not MatchClaim) : ClaimJson.Read(rows);
            }

            if (batches.Count < BatchesAtOnce)
            {
                yield break;
            }

            from = batches[^1].Sequence + 1;
        }
    }

    /// <summary>Writes texts of claims of an import that is not held by anyone; the same ones again are the same.</summary>
    public Task WriteAsync(int import, int firstSequence, List<ClaimText> texts, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $"WITH {{number: $import}} AS i {Written}",
                parameters =>
                {
                    parameters.WriteNumber("import", import);
                    WriteTexts(parameters, firstSequence, texts);
                }
            ),
            cancellation
        );

    /// <summary>Writes batches of the import <c>i</c>; the same ones again are the same.</summary>
    string Written { get; } =
        $$"""
            FOREACH (text IN $texts |
                MERGE (b:{{names.Batch}} {import: i.number, seq: text.seq})
                SET b.rows = text.rows, b.claims = text.claims, b.matches = text.matches)
            """;

    /// <summary>Writes the claims of matches that matching found and dropped.</summary>
    public string Matches { get; } =
        $$"""
            UNWIND $matches AS changed
            MATCH (i:{{names.Import}} {number: changed.import}) SET i.matchRevision = changed.revision
            WITH i, changed.texts AS texts
            CALL (i) { MATCH (b:{{names.Batch}}) WHERE b.import = i.number AND b.seq >= {{FirstMatchBatch}} DELETE b }
            CALL (i, texts) { UNWIND texts AS text
                MERGE (b:{{names.Batch}} {import: i.number, seq: text.seq})
                SET b.rows = text.rows, b.claims = text.claims, b.matches = text.matches }
            """;

    /// <summary>Writes the parameter of <see cref="Matches"/>.</summary>
    public static void WriteMatches(Utf8JsonWriter parameters, IEnumerable<ChangedMatches> matches)
    {
        parameters.WriteStartArray("matches");
        foreach (var changed in matches)
        {
            parameters.WriteStartObject();
            parameters.WriteNumber("import", changed.Import);
            parameters.WriteNumber("revision", changed.Revision);
            WriteTexts(parameters, FirstMatchBatch, ClaimJson.Write(changed.Claims));
            parameters.WriteEndObject();
        }

        parameters.WriteEndArray();
    }

    /// <summary>Writes the parameter of <see cref="Written"/>.</summary>
    static void WriteTexts(Utf8JsonWriter parameters, int firstSequence, List<ClaimText> texts)
    {
        parameters.WriteStartArray("texts");
        foreach (var text in texts)
        {
            parameters.WriteStartObject();
            parameters.WriteNumber("seq", firstSequence++);
            parameters.WriteString("rows", text.Json);
            parameters.WriteNumber("claims", text.Claims);
            parameters.WriteNumber("matches", text.Matches);
            parameters.WriteEndObject();
        }

        parameters.WriteEndArray();
    }
}
