using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>A tie as the properties of its relationship.</summary>
static class RelationshipProperties
{
    /// <summary>What tells ties of one type between two businesses apart: currency and own word, and whether a <see cref="RelationshipType.Knows"/> runs one way.</summary>
    public static string KeyOf(RelationshipKey key) =>
        $"{(key is { IsDirected: true, Type: RelationshipType.Knows } ? ">" : "")}{Escape(key.Currency)}|{key.Kind}";

    /// <summary>Every property that the store may write to a tie beside its <c>key</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "kind",
        "directed",
        .. IndustryProperties.Names,
        "weight",
        "amount",
        "amount" + PropertyWriting.Exact,
        "currency",
        "ended",
        "note",
        "confidence",
        "attributes",
        "since",
        "until",
    ];

    /// <summary>Writes the properties but for the <c>key</c>, by which the relationship is found, and the days: an object.</summary>
    public static void Write(Utf8JsonWriter json, Relationship tie)
    {
        var facts = tie.Facts;
        json.WriteStartObject();
        json.Text("kind", tie.Key.Kind);
        json.Flag("directed", tie is { Type: RelationshipType.Knows, Key.IsDirected: true } ? true : null);
        IndustryProperties.Write(json, facts.Industry);
        json.Float("weight", facts.Weight);
        json.Money("amount", facts.Amount);
        json.Text("currency", tie.Key.Currency);
        json.Flag("ended", facts.Ended);
        json.Text("note", facts.Note);
        json.Float("confidence", facts.Confidence);
        json.Attributes(facts.Attributes);
        json.WriteEndObject();
    }

    /// <summary>Writes since and until as two values: texts or nulls, of which the statement makes dates.</summary>
    public static void WriteDays(Utf8JsonWriter json, RelationshipFacts facts)
    {
        json.WriteStringValue(Day(facts.Since));
        json.WriteStringValue(Day(facts.Until));
    }

    /// <summary>Makes a tie of the properties; null where it has no key, since then it is not the store's.</summary>
    public static Relationship? Read(PropertyBag read, BusinessId from, BusinessId to, RelationshipType type)
    {
        if (read.Text("key") is null)
        {
            return null;
        }

        var facts = new RelationshipFacts
        {
            Type = type,
            Kind = read.Text("kind"),
            Directed = type.IsDirected() || (type == RelationshipType.Knows && read.Flag("directed") == true),
            Industry = IndustryProperties.Read(read),
            Weight = read.Float("weight"),
            Amount = read.Money("amount"),
            Currency = read.Text("currency"),
            Since = read.Day("since"),
            Until = read.Day("until"),
            Ended = read.Flag("ended"),
            Note = read.Text("note"),
            Confidence = read.Float("confidence"),
            Attributes = read.Attributes(),
        };
        return new Relationship(RelationshipKey.Of(from, to, facts), facts);
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // A currency is three letters as a rule; what would read as another part of the key is escaped.
    static string? Escape(string? currency) =>
        currency
            ?.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("|", "%7C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);
}
