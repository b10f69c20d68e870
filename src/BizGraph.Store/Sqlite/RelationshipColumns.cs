using System.Globalization;
using BizGraph.Model;

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

    /// <summary>A place for the value of each.</summary>
    public const string Places = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

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

    /// <summary>Sets the next parameters.</summary>
    public Statement Bind(Statement statement) =>
        statement
            .Bind(Type)
            .Bind(Kind)
            .Bind(Currency)
            .Bind(Directed)
            .Bind(Weight)
            .Bind(Amount)
            .Bind(Since)
            .Bind(Until)
            .Bind(Ended)
            .Bind(Confidence)
            .Bind(More);

    /// <summary>Reads the columns from <paramref name="first"/> on.</summary>
    public static RelationshipColumns Read(Statement row, int first) =>
        new(
            row.Int(first),
            row.TextOrNull(first + 1),
            row.TextOrNull(first + 2),
            row.BoolOrNull(first + 3),
            row.DoubleOrNull(first + 4),
            row.TextOrNull(first + 5),
            (int?)row.LongOrNull(first + 6),
            (int?)row.LongOrNull(first + 7),
            row.BoolOrNull(first + 8),
            row.DoubleOrNull(first + 9),
            row.TextOrNull(first + 10)
        );

    sealed record Rest(Industry? Industry = null, string? Note = null, IReadOnlyDictionary<string, string>? Attributes = null);
}
