using BizGraph.Model;
using BizGraph.Store.Neo4j.Shown;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>The businesses that a scratch shows.</summary>
sealed class ScratchBusinesses(SqliteConnection connection) : IDisposable
{
    const string Shown = """
        SELECT listed, facts FROM business b WHERE entity = ?1 AND NOT EXISTS (SELECT 1 FROM grouped g WHERE g.entity = ?1)
        UNION ALL
        SELECT m.listed, m.facts FROM grouped g JOIN merged m ON m.number = g.number AND m.head = g.entity WHERE g.entity = ?1
        """;

    const string Others = $"""
        SELECT entity FROM grouped WHERE number = (SELECT number FROM grouped WHERE entity = ?1) AND {SqliteNetworkReading.AreOtherIds}
        """;

    // Of itself, and of the others of its group.
    const string ClaimsOfMembers = """
        SELECT claims FROM business WHERE entity = ?1
        UNION ALL
        SELECT b.claims FROM grouped g JOIN grouped m ON m.number = g.number AND m.entity <> ?1
        JOIN business b ON b.entity = m.entity WHERE g.entity = ?1
        """;

    readonly BusinessIds _ids = new(connection);
    readonly Statement _shown = connection.Prepare(Shown);
    readonly Statement _others = connection.Prepare(Others);
    readonly Statement _claims = connection.Prepare(ClaimsOfMembers);
    readonly Statement _place = connection.Prepare("SELECT file, row, part FROM business_claim WHERE number = ?");

    /// <summary>What is shown under an entity's id; null where nothing is.</summary>
    public ScratchBusiness? Find(long entity)
    {
        if (!_shown.Bind(entity).Read())
        {
            return null;
        }

        var (isListed, facts) = (_shown.Bool(0), _shown.Text(1));
        _shown.Reset();
        var (others, claims) = (new List<BusinessId>(), new List<long>());
        _others.Bind(entity);
        while (_others.Read())
        {
            others.Add(_ids.Of(_others.Long(0)));
        }

        _claims.Bind(entity);
        while (_claims.Read())
        {
            claims.AddRange(_claims.Longs(0));
        }

        return new ScratchBusiness(_ids.Of(entity), isListed, facts, [.. others.Order()], claims.ConvertAll(Place));
    }

    public void Dispose()
    {
        _ids.Dispose();
        _shown.Dispose();
        _others.Dispose();
        _claims.Dispose();
        _place.Dispose();
    }

    string Place(long claim)
    {
        _place.Bind(claim).Read();
        var place = new ClaimPosition(_place.Int(0), _place.Long(1), _place.Int(2));
        _place.Reset();
        return ClaimPlaces.Write(ClaimNumbers.ImportOf(claim), place);
    }
}

/// <summary>A business that a scratch shows.</summary>
sealed record ScratchBusiness(BusinessId Id, bool IsListed, string Facts, List<BusinessId> OtherIds, List<string> Claims)
{
    public Business ToBusiness() => new(Id, FactsJson.Read<BusinessFacts>(Facts), IsListed) { OtherIds = OtherIds };

    public bool IsLike(ScratchBusiness? other) =>
        other is not null
        && IsListed == other.IsListed
        && Facts == other.Facts
        && OtherIds.SequenceEqual(other.OtherIds)
        && Claims.SequenceEqual(other.Claims);
}
