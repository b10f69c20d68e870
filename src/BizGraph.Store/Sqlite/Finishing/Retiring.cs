using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>How much of what is shown a full load takes away: a file that is cut short should not empty a network.</summary>
/// <param name="Import">The full load.</param>
/// <param name="Source">Whose data it replaces.</param>
/// <param name="Businesses">Businesses of the source that there were before.</param>
/// <param name="Relationships">Ties that the source spoke of before.</param>
sealed record Retiring(int Import, string Source, long Businesses, long Relationships)
{
    /// <summary>Counts what is shown; null where the import is no full load.</summary>
    public static Retiring? Before(SqliteConnection connection, int import)
    {
        if (connection.Number("SELECT replaces FROM import WHERE number = ?", import) == 0)
        {
            return null;
        }

        var source = ImportTable.SourceOf(connection, import);
        var businesses = connection
            .Rows("SELECT e.id FROM business b JOIN entity e ON e.number = b.entity", r => new BusinessId(r.Text(0)))
            .Count(id => id.Source == source);
        return new Retiring(import, source, businesses, TiesOf(connection, source));
    }

    static long TiesOf(SqliteConnection connection, string source)
    {
        var imports = connection.Rows("SELECT number FROM import WHERE source = ?", r => r.Int(0), source).ToHashSet();
        return connection.Rows("SELECT claims FROM tie", r => IsOf(r.Longs(0), imports)).Count(isOfSource => isOfSource);
    }

    static bool IsOf(ReadOnlySpan<long> claims, HashSet<int> imports)
    {
        foreach (var claim in claims)
        {
            if (imports.Contains(ClaimNumbers.ImportOf(claim)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Refuses it where it retires more than a share of either; a share of 1 allows everything.</summary>
    public void ThrowIfMoreThan(double share, ImportChanges changes)
    {
        if (share < 1 && (changes.BusinessesRemoved > share * Businesses || changes.RelationshipsRemoved > share * Relationships))
        {
            throw new StoreException(
                $"This full load would take away {changes.BusinessesRemoved:N0} of {Businesses:N0} businesses of '{Source}' and "
                    + $"{changes.RelationshipsRemoved:N0} of {Relationships:N0} ties, more than {share:0%}. "
                    + $"If that is meant, run it again with --yes; else drop it with 'bizgraph undo {Import}'."
            )
            {
                IsRefusal = true,
            };
        }
    }
}
