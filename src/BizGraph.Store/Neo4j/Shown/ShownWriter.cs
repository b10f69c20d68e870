using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Scratch;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Brings what the database shows up to date, in batches each of which may run twice.</summary>
/// <remarks>
/// Each batch goes on only while this client holds the store: one that was stopped for long writes nothing over its successor's work.
/// Of a node or relationship that is there, the properties that are the store's are written anew, and others stay.
/// </remarks>
sealed class ShownWriter : IAsyncDisposable
{
    readonly QueryApi _api;
    readonly GraphNames _names;
    readonly StoreNode _store;
    readonly UnderWay _underWay = new();
    readonly RowBatches _businesses;
    readonly RowBatches _members;
    readonly RowBatches _noBusinesses;
    readonly Dictionary<RelationshipType, RowBatches> _ties;
    readonly Dictionary<RelationshipType, RowBatches> _noTies;
    bool _haveMembersChanged;

    public ShownWriter(QueryApi api, GraphNames names, StoreNode store)
    {
        (_api, _names, _store) = (api, names, store);
        var business = names.Business;
        _businesses = Batches(
            $"MERGE (b:{business} {{id: row.id}}) ON MATCH SET b += $none SET b += row",
            BusinessProperties.Names.Where(name => name != "id")
        );
        _members = Batches(
            $$"""
            MATCH (b:{{business}} {id: row.id})
            CALL (b, row) { MATCH (b)-[m:{{GraphNames.MemberOf}}]->(n:{{names.Network}}) WHERE NOT n.name IN row.networks DELETE m }
            CALL (b, row) { UNWIND row.networks AS name MERGE (n:{{names.Network}} {name: name}) MERGE (b)-[:{{GraphNames.MemberOf}}]->(n) }
            """
        );
        _noBusinesses = Batches($"MATCH (b:{business} {{id: row.id}}) DETACH DELETE b");
        var ends = $"MATCH (a:{business} {{id: row.from}}) MATCH (b:{business} {{id: row.to}})";
        _ties = RelationshipTypes.All.ToDictionary(
            type => type,
            type =>
                Batches(
                    $"{ends} MERGE (a)-[r:{GraphNames.TypeOf(type)} {{key: row.is.key}}]->(b) ON MATCH SET r += $none SET r += row.is, r.since = date(row.since), r.until = date(row.until)",
                    RelationshipProperties.Names.Where(name => name != "key")
                )
        );
        _noTies = RelationshipTypes.All.ToDictionary(
            type => type,
            type => Batches($"{ends} MATCH (a)-[r:{GraphNames.TypeOf(type)} {{key: row.key}}]->(b) DELETE r")
        );
    }

    /// <summary>Writes what is shown otherwise.</summary>
    public async Task WriteAsync(ShownDifference difference, CancellationToken cancellation)
    {
        var (gone, members) = (new List<BusinessId>(), new List<(BusinessId, IReadOnlyList<string>)>());
        foreach (var change in difference.Businesses())
        {
            if (change.Now is null)
            {
                gone.Add(change.Id);
            }
            else
            {
                await WriteAsync(change, cancellation);
                if (change.IsMember)
                {
                    members.Add((change.Id, change.Now.Facts.Networks));
                }
            }
        }

        // A tie's ends are there before it is.
        await SendAsync([_businesses], cancellation);
        await WriteMembersAsync(members, cancellation);
        foreach (var change in difference.Ties())
        {
            var to = change.Now is null ? _noTies : _ties;
            await to[change.Key.Type].AddAsync(row => WriteTie(row, change), cancellation);
        }

        await SendAsync([.. _noTies.Values, .. _ties.Values], cancellation);
        await RemoveAsync(gone, cancellation);
    }

    /// <summary>Takes businesses away, with whatever is tied to them.</summary>
    public async Task RemoveAsync(IEnumerable<BusinessId> gone, CancellationToken cancellation)
    {
        foreach (var id in gone)
        {
            _haveMembersChanged = true;
            await _noBusinesses.AddAsync(row => WriteId(row, id), cancellation);
        }

        await SendAsync([_noBusinesses], cancellation);
        if (_haveMembersChanged)
        {
            await _api.RunAsync(
                new Query($"MATCH (n:{_names.Network}) WHERE NOT EXISTS {{ (n)<-[:{GraphNames.MemberOf}]-() }} DELETE n"),
                cancellation
            );
            _haveMembersChanged = false;
        }
    }

    /// <summary>Takes ties away.</summary>
    public async Task RemoveAsync(IEnumerable<RelationshipKey> gone, CancellationToken cancellation)
    {
        foreach (var key in gone)
        {
            await _noTies[key.Type].AddAsync(row => WriteTie(row, new TieChange(key, Now: null)), cancellation);
        }

        await SendAsync(_noTies.Values, cancellation);
    }

    public ValueTask DisposeAsync() => _underWay.DisposeAsync();

    async Task SendAsync(IEnumerable<RowBatches> all, CancellationToken cancellation)
    {
        foreach (var batches in all)
        {
            await batches.SendAsync(cancellation);
        }

        await _underWay.EndAsync();
    }

    ValueTask WriteAsync(BusinessChange change, CancellationToken cancellation) =>
        _businesses.AddAsync(row => BusinessProperties.Write(row, change.Now!, change.Claims), cancellation);

    async Task WriteMembersAsync(List<(BusinessId Id, IReadOnlyList<string> Networks)> members, CancellationToken cancellation)
    {
        _haveMembersChanged |= members.Count > 0;
        foreach (var (id, networks) in members)
        {
            await _members.AddAsync(
                row =>
                {
                    row.WriteStartObject();
                    row.WriteString("id", id.Value);
                    row.WriteStartArray("networks");
                    foreach (var network in networks)
                    {
                        row.WriteStringValue(network);
                    }

                    row.WriteEndArray();
                    row.WriteEndObject();
                },
                cancellation
            );
        }

        await SendAsync([_members], cancellation);
    }

    /// <summary>Batches of a statement over each row; its parameter <c>none</c> takes the named properties away.</summary>
    RowBatches Batches(string statement, IEnumerable<string>? named = null)
    {
        List<string> none = [.. named ?? []];
        var text = $"{_store.Held} UNWIND $rows AS row CALL (row) {{ {statement} }} RETURN count(*)";
        return new RowBatches(
            async (rows, cancellation) =>
            {
                var written = await _api.NumberAsync(
                    new Query(
                        text,
                        parameters =>
                        {
                            _store.WriteClient(parameters);
                            WriteNone(parameters, none);
                            rows.Write(parameters);
                        }
                    ),
                    cancellation
                );
                if (written != rows.Count)
                {
                    throw StoreNode.HoldLost();
                }
            },
            _underWay
        );
    }

    static void WriteNone(Utf8JsonWriter parameters, List<string> names)
    {
        parameters.WriteStartObject("none");
        foreach (var name in names)
        {
            parameters.WriteNull(name);
        }

        parameters.WriteEndObject();
    }

    static void WriteId(Utf8JsonWriter row, BusinessId id)
    {
        row.WriteStartObject();
        row.WriteString("id", id.Value);
        row.WriteEndObject();
    }

    static void WriteTie(Utf8JsonWriter row, TieChange change)
    {
        row.WriteStartObject();
        row.WriteString("from", change.Key.From.Value);
        row.WriteString("to", change.Key.To.Value);
        if (change.Now is { } tie)
        {
            row.WriteStartObject("is");
            RelationshipProperties.Write(row, tie);
            row.WriteEndObject();
            RelationshipProperties.WriteDays(row, tie.Facts);
        }
        else
        {
            row.WriteString("key", RelationshipProperties.KeyOf(change.Key));
        }

        row.WriteEndObject();
    }
}
