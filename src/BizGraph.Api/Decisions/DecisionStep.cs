using System.Text.Json;
using System.Text.Json.Serialization;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>What someone did about a gap or a suggestion.</summary>
public enum DecisionAction
{
    /// <summary>Took it up.</summary>
    Accept,

    /// <summary>Put it aside; it is not shown again.</summary>
    Dismiss,

    /// <summary>Gave it to someone to see to.</summary>
    Assign,

    /// <summary>Introduced the two.</summary>
    Introduce,

    /// <summary>Recorded that the tie holds.</summary>
    Hold,

    /// <summary>Recorded that nothing came of it.</summary>
    ComeToNothing,

    /// <summary>Marked it done.</summary>
    Finish,

    /// <summary>Took the last step that stood back.</summary>
    Undo,

    /// <summary>The import that a tie that holds came to is known.</summary>
    Record,
}

/// <summary>One record of the log of decisions.</summary>
public sealed record DecisionStep
{
    static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What was done.</summary>
    public required DecisionAction Action { get; init; }

    /// <summary>Why, or what came of it.</summary>
    public string? Note { get; init; }

    /// <summary>To whom it was given; null to nobody in particular.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>The import that it made.</summary>
    public int? Import { get; init; }

    /// <summary>For what takes a step back: the number of that step's record.</summary>
    public long? Undoes { get; init; }

    /// <summary>The network version that the person saw.</summary>
    public long Version { get; init; }

    /// <summary>For a suggestion: what the suggested business would be.</summary>
    public SuggestionKind? Kind { get; init; }

    /// <summary>For a suggestion: whom it is for.</summary>
    public string? For { get; init; }

    /// <summary>For a suggestion: the business suggested.</summary>
    public string? Whom { get; init; }

    /// <summary>The number of its record.</summary>
    [JsonIgnore]
    public long Number { get; private init; }

    /// <summary>When it was done.</summary>
    [JsonIgnore]
    public DateTimeOffset At { get; private init; }

    /// <summary>Who did it.</summary>
    [JsonIgnore]
    public string By { get; private init; } = "";

    /// <summary>Which suggestion it is about, by the ids of then; null for a gap.</summary>
    [JsonIgnore]
    public SuggestionKey? Suggestion =>
        Kind is { } kind && For is { } of && Whom is { } whom
            ? new SuggestionKey(new BusinessId(of), new BusinessId(whom), kind)
            : null;

    /// <summary>The step as a record holds it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>The step of a record.</summary>
    public static DecisionStep Of(StoreRecord record) =>
        JsonSerializer.Deserialize<DecisionStep>(record.Json, Options)! with
        {
            Number = record.Number,
            At = record.At,
            By = record.By,
        };
}
