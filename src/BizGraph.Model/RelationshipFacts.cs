namespace BizGraph.Model;

/// <summary>What a row says of a tie, or what all rows together say of it. Null says nothing.</summary>
public sealed record RelationshipFacts
{
    /// <summary>What the tie is.</summary>
    public required RelationshipType Type { get; init; }

    /// <summary>People's own word for it.</summary>
    public string? Kind { get; init; }

    /// <summary>For a tie of a type without direction: whether its source said that it runs one way. Only <see cref="RelationshipType.Knows"/> can.</summary>
    public bool? Directed { get; init; }

    /// <summary>What is supplied.</summary>
    public Industry? Industry { get; init; }

    /// <summary>Strength, above 0.</summary>
    public double? Weight { get; init; }

    /// <summary>Money, a total over <see cref="Since"/> to <see cref="Until"/>. Private. Negative amounts (credits) net off.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    public string? Currency { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day; null where it goes on.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it ended: kept, but out of the graph.</summary>
    public bool? Ended { get; init; }

    /// <summary>A remark. Private.</summary>
    public string? Note { get; init; }

    /// <summary>How sure its source is, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Every other column of its rows, by header. Private.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = BusinessFacts.NoAttributes;

    /// <summary>Whether the tie runs from one business to the other.</summary>
    public bool IsDirected => Type.IsDirected() || (Type == RelationshipType.Knows && Directed == true);

    /// <summary>These facts, and the older ones where nothing was said. What the tie is stays as it is.</summary>
    /// <remarks>An amount covers its period, so amount, since and until go together.</remarks>
    public RelationshipFacts Over(RelationshipFacts older)
    {
        var period = Amount is null && Since is null && Until is null ? older : this;
        return this with
        {
            Industry = Industry?.Over(older.Industry) ?? older.Industry,
            Weight = Weight ?? older.Weight,
            Amount = period.Amount,
            Since = period.Since,
            Until = period.Until,
            Ended = Ended ?? older.Ended,
            Note = Note ?? older.Note,
            Confidence = Confidence ?? older.Confidence,
            Attributes = BusinessFacts.MergeAttributes(Attributes, older.Attributes),
        };
    }
}
