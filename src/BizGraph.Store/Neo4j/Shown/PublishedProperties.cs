using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Results of analyses as properties of businesses, beside those that the store keeps.</summary>
static class PublishedProperties
{
    public static async Task<long> WriteAsync(
        QueryApi api,
        GraphNames names,
        IEnumerable<(BusinessId Id, IReadOnlyDictionary<string, object?> Properties)> businesses,
        CancellationToken cancellation
    )
    {
        var written = 0L;
        await using var underWay = new UnderWay();
        var batches = new RowBatches(
            async (rows, token) =>
                Interlocked.Add(
                    ref written,
                    await api.NumberAsync(
                        new Query(
                            $"UNWIND $rows AS row MATCH (b:{names.Business} {{id: row[0]}}) SET b += row[1] RETURN count(*)",
                            rows.Write
                        ),
                        token
                    ) ?? 0
                ),
            underWay
        );
        foreach (var (id, properties) in businesses)
        {
            await batches.AddAsync(row => Write(row, id, properties), cancellation);
        }

        await batches.SendAsync(cancellation);
        await underWay.EndAsync();
        return written;
    }

    static void Write(Utf8JsonWriter row, BusinessId id, IReadOnlyDictionary<string, object?> properties)
    {
        row.WriteStringValue(id.Value);
        row.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            switch (value)
            {
                case null:
                    row.WriteNull(name);
                    break;
                case bool flag:
                    row.WriteBoolean(name, flag);
                    break;
                case long number:
                    row.WriteNumber(name, number);
                    break;
                case double number:
                    row.Float(name, number);
                    break;
                default:
                    throw new ArgumentException($"No property holds a {value.GetType().Name}.", nameof(properties));
            }
        }

        row.WriteEndObject();
    }
}
