using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Which import gave an id, of those that finished and were not undone.</summary>
sealed class GivenIds(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<int, long> _orders = connection
        .Rows("SELECT number, finish_order FROM import WHERE state = 'finished'", r => KeyValuePair.Create(r.Int(0), r.Long(1)))
        .ToDictionary();
    readonly Statement _listed = connection.Prepare("SELECT number, file, row, part FROM business_claim WHERE entity = ?");
    readonly Statement _asId = connection.Prepare("SELECT import FROM end_use WHERE end = ?");
    readonly Statement _asName = connection.Prepare(
        """
        SELECT u.import FROM tie_end e CROSS JOIN end_use u ON u.end = e.number
        WHERE e.source = ? AND e.name = ? AND e.number & 1 = 0
        """
    );

    /// <summary>Each place where an import gave the id, with the import's number.</summary>
    public List<(int Import, GivenPlace Place)> Of(long entity, BusinessId id)
    {
        var places = new List<(int Import, GivenPlace Place)>();
        _listed.Bind(entity);
        while (_listed.Read())
        {
            var position = new ClaimPosition(_listed.Int(1), _listed.Long(2), _listed.Int(3));
            Add(places, ClaimNumbers.ImportOf(_listed.Long(0)), inTies: false, position);
        }

        AddUses(places, _asId.Bind(EndNumbers.AsId(entity)));
        if (id.MadeOfName is { } name)
        {
            AddUses(places, _asName.Bind(id.Source).Bind(name));
        }

        return places;
    }

    public void Dispose()
    {
        _listed.Dispose();
        _asId.Dispose();
        _asName.Dispose();
    }

    void AddUses(List<(int Import, GivenPlace Place)> places, Statement uses)
    {
        while (uses.Read())
        {
            Add(places, uses.Int(0), inTies: true, ClaimPosition.Start);
        }
    }

    void Add(List<(int Import, GivenPlace Place)> places, int import, bool inTies, ClaimPosition position)
    {
        if (_orders.TryGetValue(import, out var order))
        {
            places.Add((import, new GivenPlace(order, inTies, position)));
        }
    }
}
