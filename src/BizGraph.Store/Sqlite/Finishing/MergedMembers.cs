using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>The members of a group with all that is claimed of them.</summary>
sealed class MergedMembers(SqliteConnection connection, Standings standings, BusinessTable businesses) : IDisposable
{
    readonly BusinessIds _ids = new(connection);
    readonly GivenIds _given = new(connection);
    readonly Statement _members = connection.Prepare("SELECT entity, head FROM grouped WHERE number = ? ORDER BY entity");
    readonly Statement _claim = connection.Prepare("SELECT file, row, part, said FROM business_claim WHERE number = ?");

    /// <summary>The members of a group, each with the head that it stands under so far.</summary>
    public List<(long Entity, long Head)> Of(long number)
    {
        var members = new List<(long Entity, long Head)>();
        _members.Bind(number);
        while (_members.Read())
        {
            members.Add((_members.Long(0), _members.Long(1)));
        }

        return members;
    }

    /// <summary>What is shown of them; null where nothing names any.</summary>
    public (long Head, bool IsListed, string Facts, List<long> NeverGiven)? Merge(IReadOnlyList<(long Entity, long Head)> members)
    {
        var entityOf = members.ToDictionary(member => _ids.Of(member.Entity), member => member.Entity);
        var rows = entityOf.ToDictionary(member => member.Key, member => businesses.Find(member.Value));
        if (rows.Values.All(row => row is null))
        {
            return null;
        }

        var merged = rows.Select(row => Member(row.Key, entityOf[row.Key], row.Value)).ToList();
        var business = Consolidation.Merged(merged);
        var neverGiven = merged.Where(member => member.Given is null).Select(member => entityOf[member.Id]).ToList();
        return (entityOf[business.Id], business.IsListed, FactsJson.Write(business.Facts), neverGiven);
    }

    public void Dispose()
    {
        _ids.Dispose();
        _given.Dispose();
        _members.Dispose();
        _claim.Dispose();
    }

    MergedMember Member(BusinessId id, long entity, BusinessRow? row)
    {
        var places = _given.Of(entity, id);
        return new MergedMember(
            id,
            [.. row?.Claims.Select(claim => Claim(id, claim)) ?? []],
            places.Count == 0 ? null : places.Min(given => given.Place),
            row is { IsListed: false } ? FactsJson.Read<BusinessFacts>(row.Facts).Name : null
        );
    }

    CountingClaim<BusinessClaim> Claim(BusinessId id, long number)
    {
        _claim.Bind(number).Read();
        var position = new ClaimPosition(_claim.Int(0), _claim.Long(1), _claim.Int(2));
        var claim = new BusinessClaim(position, id, FactsJson.Read<BusinessFacts>(_claim.Bytes(3)));
        _claim.Reset();
        return new(claim, standings.Of(number, position.File)!);
    }
}
