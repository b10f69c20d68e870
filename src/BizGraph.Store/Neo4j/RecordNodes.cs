using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j;

/// <summary>The log of records, as nodes. The node of number 0 keeps the last number.</summary>
sealed class RecordNodes(QueryApi api, GraphNames names, StoreNode store, TimeProvider time) : IRecordLog
{
    const string Returned = "RETURN r.number, r.kind, r.key, r.json, r.at, r.by ORDER BY r.number";

    public async Task<long?> AddAsync(
        string kind,
        string key,
        string json,
        string by,
        long? after = null,
        CancellationToken cancellation = default
    )
    {
        await store.MakeAsync(cancellation);
        // A record that was added before the connection broke is known again by its mark.
        var mark = Guid.NewGuid().ToString("N");
        return await api.NumberAsync(
            new Query(
                $$"""
                MATCH (l:{{names.Record}} {number: 0}) SET l.lock = $mark
                WITH l
                OPTIONAL MATCH (r:{{names.Record}} {kind: $kind, key: $key})
                WITH l, coalesce(max(r.number), 0) AS newest, [m IN collect(r) WHERE m.mark = $mark | m.number] AS mine
                WHERE size(mine) > 0 OR $after IS NULL OR newest = $after
                FOREACH (_ IN CASE WHEN size(mine) = 0 THEN [1] ELSE [] END |
                    SET l.last = l.last + 1
                    CREATE (n:{{names.Record}} {number: l.last}) SET n += $record)
                RETURN CASE WHEN size(mine) = 0 THEN l.last ELSE mine[0] END
                """,
                parameters =>
                {
                    parameters.WriteString("mark", mark);
                    WriteKey(parameters, kind, key);
                    WriteNumber(parameters, "after", after);
                    parameters.WriteStartObject("record");
                    WriteKey(parameters, kind, key);
                    parameters.WriteString("json", json);
                    parameters.WriteString("by", by);
                    parameters.WriteString("at", ImportProperties.Stamp(time.GetUtcNow()));
                    parameters.WriteString("mark", mark);
                    parameters.WriteEndObject();
                }
            ),
            cancellation
        );
    }

    public async Task<IReadOnlyList<StoreRecord>> ReadAsync(
        string kind,
        string? key = null,
        long after = 0,
        CancellationToken cancellation = default
    ) =>
        await api.RowsAsync(
            new Query(
                $"""
                MATCH (r:{names.Record}) WHERE r.kind = $kind{(key is null ? "" : " AND r.key = $key")} AND r.number > $after
                {Returned}
                """,
                parameters =>
                {
                    WriteKey(parameters, kind, key ?? "");
                    WriteNumber(parameters, "after", after);
                }
            ),
            ReadRecord,
            cancellation
        );

    /// <summary>Every record of every kind, the oldest first.</summary>
    public Task<List<StoreRecord>> ReadAllAsync(CancellationToken cancellation) =>
        api.RowsAsync(new Query($"MATCH (r:{names.Record}) WHERE r.number > 0 {Returned}"), ReadRecord, cancellation);

    public Task RemoveAsync(string kind, string key, long before, CancellationToken cancellation = default) =>
        api.RunAsync(
            new Query(
                $"MATCH (r:{names.Record} {{kind: $kind, key: $key}}) WHERE r.number < $before DELETE r",
                parameters =>
                {
                    WriteKey(parameters, kind, key);
                    WriteNumber(parameters, "before", before);
                }
            ),
            cancellation
        );

    static void WriteKey(Utf8JsonWriter parameters, string kind, string key)
    {
        parameters.WriteString("kind", kind);
        parameters.WriteString("key", key);
    }

    static void WriteNumber(Utf8JsonWriter parameters, string name, long? number)
    {
        parameters.WritePropertyName(name);
        if (number is { } value)
        {
            parameters.WriteNumberValue(value);
        }
        else
        {
            parameters.WriteNullValue();
        }
    }

    static StoreRecord ReadRecord(ref Utf8JsonReader row)
    {
        row.Begin();
        return new StoreRecord(
            row.NextLong(),
            row.NextText(),
            row.NextText(),
            row.NextText(),
            DateTimeOffset.Parse(
                row.NextText(),
                System.Globalization.CultureInfo.InvariantCulture,
                System.Globalization.DateTimeStyles.RoundtripKind
            ),
            row.NextText()
        );
    }
}
