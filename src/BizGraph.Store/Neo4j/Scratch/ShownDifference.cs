using BizGraph.Model;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>What is shown otherwise in the scratch than before a change.</summary>
/// <param name="connection">The scratch after the change.</param>
/// <param name="before">The scratch before it; null where there was nothing.</param>
sealed class ShownDifference(SqliteConnection connection, SqliteConnection? before)
{
    const string DirtyBusinesses = """
        SELECT entity FROM dirty_business
        UNION
        SELECT g.head FROM dirty_business d CROSS JOIN grouped g ON g.entity = d.entity
        """;

    /// <summary>The businesses, each with what is shown of it now.</summary>
    public IEnumerable<BusinessChange> Businesses()
    {
        using var now = new ScratchBusinesses(connection);
        using var was = before is null ? null : new ScratchBusinesses(before);
        foreach (var entity in connection.Rows(DirtyBusinesses, r => r.Long(0)))
        {
            var (old, shown) = (was?.Find(entity), now.Find(entity));
            if (shown is not null && !shown.IsLike(old))
            {
                var business = shown.ToBusiness();
                var isMember = business.Facts.Networks.Count > 0 || old?.ToBusiness().Facts.Networks.Count > 0;
                yield return new BusinessChange(business.Id, business, shown.Claims, isMember);
            }
            else if (shown is null && old is not null)
            {
                yield return new BusinessChange(old.Id, Now: null, [], IsMember: false);
            }
        }
    }

    /// <summary>The ties, each with what is shown of it now.</summary>
    public IEnumerable<TieChange> Ties()
    {
        using var now = new ScratchTies(connection);
        using var was = before is null ? null : new ScratchTies(before);
        using var pair = connection.Prepare("SELECT a, b FROM dirty_pair");
        while (pair.Read())
        {
            var (a, b) = (pair.Long(0), pair.Long(1));
            var old = was?.Between(a, b);
            foreach (var (key, facts) in now.Between(a, b))
            {
                if (old is null || !old.Remove(key, out var before) || before != facts)
                {
                    var tie = now.ToTie(a, b, key.IsTurned, facts);
                    yield return new TieChange(tie.Key, tie);
                }
            }

            foreach (var (key, facts) in old ?? [])
            {
                yield return new TieChange(was!.ToTie(a, b, key.IsTurned, facts).Key, Now: null);
            }
        }
    }
}

/// <summary>A business that is shown otherwise.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Now">What is shown of it; null where it is shown no more.</param>
/// <param name="Claims">Where that comes from.</param>
/// <param name="IsMember">Whether it is or was in a network.</param>
sealed record BusinessChange(BusinessId Id, Business? Now, IReadOnlyList<string> Claims, bool IsMember);

/// <summary>A tie that is shown otherwise.</summary>
/// <param name="Key">Which tie.</param>
/// <param name="Now">What is shown of it; null where it is shown no more.</param>
sealed record TieChange(RelationshipKey Key, Relationship? Now);
