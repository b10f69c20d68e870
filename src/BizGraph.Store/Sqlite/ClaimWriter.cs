using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>Writes claims as they were taken in.</summary>
sealed class ClaimWriter : IDisposable
{
    const int OwnColumns = 9;

    readonly EntityNumbers _entities;
    readonly EndNumbers _ends;
    readonly SqliteCommand _business;
    readonly SqliteCommand _tie;

    public ClaimWriter(SqliteConnection connection)
    {
        _entities = new EntityNumbers(connection);
        _ends = new EndNumbers(connection, _entities);
        _business = connection.Prepare("INSERT INTO business_claim VALUES ($0, $1, $2, $3, $4, $5)", 6);
        var all = Enumerable.Range(0, OwnColumns + RelationshipColumns.Count).Select(i => "$" + i);
        _tie = connection.Prepare(
            $"""
            INSERT INTO tie_claim
                (import, file, row, part, from_end, to_end, is_event, event_date, document, {RelationshipColumns.Names})
            VALUES ({string.Join(", ", all)})
            """,
            OwnColumns + RelationshipColumns.Count
        );
    }

    /// <summary>Writes belong to this transaction from now on.</summary>
    public void Join(SqliteTransaction transaction)
    {
        _entities.Join(transaction);
        _ends.Join(transaction);
        _business.Transaction = transaction;
        _tie.Transaction = transaction;
    }

    /// <summary>The transaction joined last was not kept.</summary>
    public void Forget()
    {
        _entities.Forget();
        _ends.Forget();
    }

    public void Write(int import, string source, Claim claim)
    {
        var (file, row, part) = (claim.Position.File, claim.Position.Row, claim.Position.Part);
        switch (claim)
        {
            case BusinessClaim business:
                _business
                    .With(import, file, row, part, _entities.Of(business.Business), FactsJson.Write(business.Said))
                    .ExecuteNonQuery();
                break;
            case RelationshipClaim tie:
                _tie.With(
                    import,
                    file,
                    row,
                    part,
                    _ends.Of(source, tie.From),
                    _ends.Of(source, tie.To),
                    tie.Event is not null,
                    tie.Event?.Date?.DayNumber,
                    tie.Event?.Document
                );
                RelationshipColumns.Of(tie.Said).Bind(_tie.Parameters, first: OwnColumns);
                _tie.ExecuteNonQuery();
                break;
            default:
                throw new ArgumentException($"A claim is of a business or a tie, not a {claim.GetType().Name}.", nameof(claim));
        }
    }

    public void Dispose()
    {
        _entities.Dispose();
        _ends.Dispose();
        _business.Dispose();
        _tie.Dispose();
    }
}
