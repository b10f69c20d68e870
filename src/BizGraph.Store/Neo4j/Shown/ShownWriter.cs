using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;
using BizGraph.Store.Neo4j.Scratch;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Brings what the database shows up to date, in batches each of which may run twice.</summary>
/// <remarks>
/// Each batch goes on only while this client holds the store: one that was stopped for long writes nothing over its successor's work.
/// Of a node or relationship that is there, the properties that are the store's are written anew, and others stay.
/// A row is a list: reading <c>row.id</c> might read a property that an earlier row wrote, for all that the server knows, and it would
/// gather all rows between two steps to be sure. Setting outside of <c>MERGE</c> makes it do so, too. A fifth of its work, measured.
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
        var node = $"MATCH (b:{business} {{id: row[0]}})";
        var ends = $"MATCH (a:{business} {{id: row[0]}}) MATCH (b:{business} {{id: row[1]}})";
        const string Tie = "row[3], r.since = date(row[4]), r.until = date(row[5])";
        _businesses = Batches(
            $"MERGE (b:{business} {{id: row[0]}}) ON CREATE SET b += row[1] ON MATCH SET b += $none, b += row[1]",
            BusinessProperties.Names
        );
        _members = Batches(
            $$"""
            {{node}}
            CALL (b, row) { MATCH (b)-[m:{{GraphNames.MemberOf}}]->(n:{{names.Network}}) WHERE NOT n.name IN row[1] DELETE m }
            CALL (b, row) { UNWIND row[1] AS name MERGE (n:{{names.Network}} {name: name}) MERGE (b)-[:{{GraphNames.MemberOf}}]->(n) }
            """
        );
        _noBusinesses = Batches($"{node} DETACH DELETE b");
        _ties = OfEachType(type =>
            Batches(
                $"{ends} MERGE (a)-[r:{type} {{key: row[2]}}]->(b) ON CREATE SET r += {Tie} ON MATCH SET r += $none, r += {Tie}",
                RelationshipProperties.Names
            )
        );
        _noTies = OfEachType(type => Batches($"{ends} MATCH (a)-[r:{type} {{key: row[2]}}]->(b) DELETE r"));
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
            await _noBusinesses.AddAsync(row => row.WriteStringValue(id.Value), cancellation);
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
        _businesses.AddAsync(
            row =>
            {
                row.WriteStringValue(change.Id.Value);
                BusinessProperties.Write(row, change.Now!, change.Claims);
            },
            cancellation
        );

    async Task WriteMembersAsync(List<(BusinessId Id, IReadOnlyList<string> Networks)> members, CancellationToken cancellation)
    {
        _haveMembersChanged |= members.Count > 0;
        foreach (var (id, networks) in members)
        {
            await _members.AddAsync(
                row =>
                {
                    row.WriteStringValue(id.Value);
                    row.WriteStartArray();
                    foreach (var network in networks)
                    {
                        row.WriteStringValue(network);
                    }

                    row.WriteEndArray();
                },
                cancellation
            );
        }

        await SendAsync([_members], cancellation);
    }

    static Dictionary<RelationshipType, RowBatches> OfEachType(Func<string, RowBatches> batches) =>
        RelationshipTypes.All.ToDictionary(type => type, type => batches(GraphNames.TypeOf(type)));

    /// <summary>Batches of a statement over each row; its parameter <c>none</c> takes the named properties away.</summary>
    RowBatches Batches(string statement, IEnumerable<string>? named = null)
    {
        List<string> none = [.. named ?? []];
        var text = $"{_store.Held} CALL () {{ UNWIND $rows AS row {statement} }} RETURN 1";
        return new RowBatches(
            async (rows, cancellation) =>
            {
                var query = new Query(
                    text,
                    parameters =>
                    {
                        _store.WriteClient(parameters);
                        WriteNone(parameters, none);
                        rows.Write(parameters);
                    }
                );
                if (await _api.NumberAsync(query, cancellation) is null)
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

    static void WriteTie(Utf8JsonWriter row, TieChange change)
    {
        row.WriteStringValue(change.Key.From.Value);
        row.WriteStringValue(change.Key.To.Value);
        row.WriteStringValue(RelationshipProperties.KeyOf(change.Key));
        if (change.Now is { } tie)
        {
            RelationshipProperties.Write(row, tie);
            RelationshipProperties.WriteDays(row, tie.Facts);
        }
    }
}
