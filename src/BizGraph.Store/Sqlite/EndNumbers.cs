using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The numbers of tie ends as their sources write them; an end that has none gets the next.</summary>
sealed class EndNumbers(SqliteConnection connection, EntityNumbers entities) : IDisposable
{
    readonly KnownNumbers<(string Source, RelationshipEnd End)> _known = new();
    readonly SqliteCommand _find = connection.Prepare(
        "SELECT number FROM tie_end WHERE source = $0 AND text = $1 AND is_id = $2",
        3
    );
    readonly SqliteCommand _insert = connection.Prepare(
        "INSERT INTO tie_end (source, text, is_id, name, id_entity) VALUES ($0, $1, $2, $3, $4) RETURNING number",
        5
    );

    public long Of(string source, RelationshipEnd end) =>
        _known.Get((source, end))
        ?? _known.Set(
            (source, end),
            (long)(_find.With(source, end.Text, end.IsId).ExecuteScalar() ?? Insert(source, end).ExecuteScalar()!)
        );

    /// <summary>Writes belong to this transaction from now on.</summary>
    public void Join(SqliteTransaction transaction)
    {
        _find.Transaction = transaction;
        _insert.Transaction = transaction;
    }

    /// <summary>The transaction that gave the last numbers was not kept.</summary>
    public void Forget() => _known.Clear();

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
    }

    SqliteCommand Insert(string source, RelationshipEnd end) =>
        _insert.With(source, end.Text, end.IsId, BusinessId.Normalize(end.Text), entities.Of(BusinessId.From(source, end.Text)));
}
