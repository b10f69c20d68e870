using BizGraph.Model;
using BizGraph.Store.Sqlite;
using Microsoft.Data.Sqlite;
using TieKey = (bool IsTurned, int Type, string? Kind, string? Currency, bool? Directed);

namespace BizGraph.Store.Neo4j.Scratch;

/// <summary>The ties that a scratch shows between two businesses.</summary>
sealed class ScratchTies(SqliteConnection connection) : IDisposable
{
    readonly BusinessIds _ids = new(connection);
    readonly Statement _between = connection.Prepare(
        $"SELECT turned, {RelationshipColumns.Names} FROM tie WHERE a = ? AND b = ?"
    );

    public Dictionary<TieKey, RelationshipColumns> Between(long a, long b)
    {
        var ties = new Dictionary<TieKey, RelationshipColumns>();
        _between.Bind(a).Bind(b);
        while (_between.Read())
        {
            var facts = RelationshipColumns.Read(_between, first: 1);
            ties.Add((_between.Bool(0), facts.Type, facts.Kind, facts.Currency, facts.Directed), facts);
        }

        return ties;
    }

    public Relationship ToTie(long a, long b, bool isTurned, RelationshipColumns columns)
    {
        // A key's columns hold empty texts for what is not said.
        var facts = (columns with { Kind = NullIfEmpty(columns.Kind), Currency = NullIfEmpty(columns.Currency) }).ToFacts();
        var (one, other) = (_ids.Of(a), _ids.Of(b));
        return new Relationship(isTurned ? RelationshipKey.Of(other, one, facts) : RelationshipKey.Of(one, other, facts), facts);
    }

    public void Dispose()
    {
        _ids.Dispose();
        _between.Dispose();
    }

    static string? NullIfEmpty(string? text) => text is { Length: 0 } ? null : text;
}
