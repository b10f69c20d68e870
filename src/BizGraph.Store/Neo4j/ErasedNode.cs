using System.Text.Json;
using BizGraph.Store.Copying;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j;

/// <summary>The hashes of erased businesses and their key, on the store's node.</summary>
sealed class ErasedNode(QueryApi api, GraphNames names)
{
    public async Task<ErasedMarks> ReadAsync(CancellationToken cancellation)
    {
        var rows = await api.RowsAsync(
            new Query(
                $"MATCH (s:{names.Store} {{only: 1}}) RETURN s.erasingKey, coalesce(s.erased, []), coalesce(s.forgotten, 0)"
            ),
            static (ref Utf8JsonReader row) =>
            {
                row.Begin();
                return new ErasedMarks(row.NextTextOrNull(), row.NextTexts(), row.NextLong());
            },
            cancellation
        );
        return rows.SingleOrDefault() ?? ErasedMarks.None;
    }

    public Task WriteAsync(ErasedMarks erased, CancellationToken cancellation) =>
        api.RunAsync(
            new Query(
                $"MATCH (s:{names.Store} {{only: 1}}) SET s.erasingKey = $key, s.erased = $marks, s.forgotten = $forgotten",
                parameters =>
                {
                    parameters.WriteString("key", erased.Key);
                    parameters.WriteStartArray("marks");
                    foreach (var mark in erased.Marks)
                    {
                        parameters.WriteStringValue(mark);
                    }

                    parameters.WriteEndArray();
                    parameters.WriteNumber("forgotten", erased.Forgotten);
                }
            ),
            cancellation
        );
}
