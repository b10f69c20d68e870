using System.Globalization;
using BizGraph.Model;
using Microsoft.Data.Sqlite;

namespace BizGraph.Store.Sqlite;

/// <summary>The facts of a tie as the columns that <c>tie_claim</c> and <c>tie</c> have in common. Equal columns are equal facts.</summary>
readonly record struct RelationshipColumns(
    int Type,
    string? Kind,
    string? Currency,
    bool? Directed,
    double? Weight,
    string? Amount,
    int? Since,
    int? Until,
    bool? Ended,
    double? Confidence,
    string? More
)
{
    /// <summary>The column names, in the order of <see cref="Bind"/> and <see cref="Read"/>.</summary>
    public const string Names = "type, kind, currency, directed, weight, amount, since, until, ended, confidence, more";

    /// <summary>How many columns there are.</summary>
    public const int Count = 11;

    public static RelationshipColumns Of(RelationshipFacts facts) =>
        new(
            (int)facts.Type,
            facts.Kind,
            facts.Currency,
            facts.Directed,
            facts.Weight,
            facts.Amount?.ToString(CultureInfo.InvariantCulture),
            facts.Since?.DayNumber,
            facts.Until?.DayNumber,
            facts.Ended,
            facts.Confidence,
            facts.Industry is null && facts.Note is null && facts.Attributes.Count == 0
                ? null
                : FactsJson.Write(new Rest(facts.Industry, facts.Note, facts.Attributes))
        );

    public RelationshipFacts ToFacts()
    {
        var rest = More is null ? new Rest() : FactsJson.Read<Rest>(More);
        return new RelationshipFacts
        {
            Type = (RelationshipType)Type,
            Kind = Kind,
            Currency = Currency,
            Directed = Directed,
            Weight = Weight,
            Amount = Amount is null ? null : decimal.Parse(Amount, CultureInfo.InvariantCulture),
            Since = Since is { } since ? DateOnly.FromDayNumber(since) : null,
            Until = Until is { } until ? DateOnly.FromDayNumber(until) : null,
            Ended = Ended,
            Confidence = Confidence,
            Industry = rest.Industry,
            Note = rest.Note,
            Attributes = rest.Attributes ?? BusinessFacts.NoAttributes,
        };
    }

    /// <summary>Sets the parameters from <paramref name="first"/> on.</summary>
    public void Bind(SqliteParameterCollection parameters, int first)
    {
        ReadOnlySpan<object?> values = [Type, Kind, Currency, Directed, Weight, Amount, Since, Until, Ended, Confidence, More];
        for (var i = 0; i < Count; i++)
        {
            parameters[first + i].Value = values[i] ?? DBNull.Value;
        }
    }

    /// <summary>Reads the columns from <paramref name="first"/> on.</summary>
    public static RelationshipColumns Read(SqliteDataReader reader, int first) =>
        new(
            reader.GetInt32(first),
            reader.Text(first + 1),
            reader.Text(first + 2),
            Flag(reader, first + 3),
            reader.Double(first + 4),
            reader.Text(first + 5),
            (int?)reader.Long(first + 6),
            (int?)reader.Long(first + 7),
            Flag(reader, first + 8),
            reader.Double(first + 9),
            reader.Text(first + 10)
        );

    static bool? Flag(SqliteDataReader reader, int column) => reader.Long(column) is { } value ? value != 0 : null;

    sealed record Rest(Industry? Industry = null, string? Note = null, IReadOnlyDictionary<string, string>? Attributes = null);
}
