using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>Writes claims as they were taken in.</summary>
sealed class ClaimWriter : IDisposable
{
    readonly SqliteConnection _connection;
    readonly EntityNumbers _entities;
    readonly EndNumbers _ends;
    readonly Statement _business;
    readonly Statement _tie;
    readonly MatchTable _matches;
    long? _forgotten;
    ErasedBusinesses _erased = ErasedBusinesses.None;

    public ClaimWriter(SqliteConnection connection)
    {
        _connection = connection;
        _entities = new EntityNumbers(connection);
        _ends = new EndNumbers(connection, _entities);
        _matches = new MatchTable(connection, _entities);
        _business = connection.Prepare(
            "INSERT INTO business_claim (number, file, row, part, entity, said) VALUES (?, ?, ?, ?, ?, ?)"
        );
        _tie = connection.Prepare(
            $"""
            INSERT INTO tie_claim
                (number, from_end, to_end, file, row, part, is_event, event_date, document, {RelationshipColumns.Names})
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, {RelationshipColumns.Places})
            """
        );
    }

    /// <summary>Writes a batch of claims of an import.</summary>
    public void Write(int import, IReadOnlyList<Claim> claims)
    {
        ForgetWhatIsForgotten();
        var source = ImportTable.SourceOf(_connection, import);
        var businesses = ClaimNumbers.Next(_connection, "business_claim", import);
        var ties = ClaimNumbers.Next(_connection, "tie_claim", import);
        var matches = ClaimNumbers.Next(_connection, "match_claim", import);
        foreach (var claim in claims.Where(claim => !_erased.Names(source, claim)))
        {
            switch (claim)
            {
                case BusinessClaim business:
                    Write(businesses++, business);
                    break;
                case RelationshipClaim tie:
                    Write(ties++, source, tie);
                    break;
                case MatchClaim match:
                    _matches.Write(matches++, match);
                    break;
                default:
                    throw new ArgumentException(
                        $"A claim is of a business, a tie or a match, not a {claim.GetType().Name}.",
                        nameof(claims)
                    );
            }
        }
    }

    /// <summary>The transaction of the last batch was not kept.</summary>
    public void Forget()
    {
        _entities.Forget();
        _ends.Forget();
        // Whatever broke off while it was being filled in begins anew.
        _business.Reset();
        _tie.Reset();
        _matches.Reset();
    }

    public void Dispose()
    {
        _entities.Dispose();
        _ends.Dispose();
        _matches.Dispose();
        _business.Dispose();
        _tie.Dispose();
    }

    // Another process, or another part of this one, may have removed names and given their numbers to others, or erased a business.
    void ForgetWhatIsForgotten()
    {
        var forgotten = _connection.Number("SELECT forgotten FROM store");
        if (forgotten != _forgotten)
        {
            Forget();
            _forgotten = forgotten;
            _erased = ErasedTable.Read(_connection);
        }
    }

    void Write(long number, BusinessClaim claim) =>
        _business
            .Bind(number)
            .Bind(claim.Position.File)
            .Bind(claim.Position.Row)
            .Bind(claim.Position.Part)
            .Bind(_entities.Of(claim.Business))
            .Bind(FactsJson.Write(claim.Said))
            .Run();

    void Write(long number, string source, RelationshipClaim claim)
    {
        _tie.Bind(number)
            .Bind(_ends.Of(source, claim.From))
            .Bind(_ends.Of(source, claim.To))
            .Bind(claim.Position.File)
            .Bind(claim.Position.Row)
            .Bind(claim.Position.Part)
            .Bind(claim.Event is not null)
            .Bind(claim.Event?.Date?.DayNumber)
            .Bind(claim.Event?.Document);
        RelationshipColumns.Of(claim.Said).Bind(_tie).Run();
    }
}
