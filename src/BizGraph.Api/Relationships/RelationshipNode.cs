using BizGraph.Analysis;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Relationships;

/// <summary>A tie between two businesses. Notes and unknown columns are private and not among its fields.</summary>
[ObjectType<Relationship>]
[GraphQLName("Relationship")]
static class RelationshipNode
{
    /// <summary>The business it starts at; where it has no direction, the one with the lesser id.</summary>
    public static Business From([Parent] Relationship tie, NetworkSnapshot snapshot) => snapshot.Find(tie.From)!;

    /// <summary>The business it ends at.</summary>
    public static Business To([Parent] Relationship tie, NetworkSnapshot snapshot) => snapshot.Find(tie.To)!;

    /// <summary>What the tie is.</summary>
    public static RelationshipType Type([Parent] Relationship tie) => tie.Type;

    /// <summary>People's own word for it.</summary>
    public static string? Kind([Parent] Relationship tie) => tie.Key.Kind;

    /// <summary>Whether it runs one way.</summary>
    public static bool IsDirected([Parent] Relationship tie) => tie.Key.IsDirected;

    /// <summary>What is supplied.</summary>
    public static Industry? Industry([Parent] Relationship tie) => tie.Facts.Industry;

    /// <summary>Its strength: the weights of its rows added up, 1 for each row that does not say.</summary>
    public static double Weight([Parent] Relationship tie) => tie.Weight;

    /// <summary>Money, a total over since to until, in the tie's currency.</summary>
    public static decimal? Amount([Parent] Relationship tie) => tie.Facts.Amount;

    /// <summary>Currency of the amount: an ISO 4217 code.</summary>
    public static string? Currency([Parent] Relationship tie) => tie.Key.Currency;

    /// <summary>The first day.</summary>
    public static DateOnly? Since([Parent] Relationship tie) => tie.Facts.Since;

    /// <summary>The last day that its rows cover; null where they go on.</summary>
    public static DateOnly? Until([Parent] Relationship tie) => tie.Facts.Until;

    /// <summary>Whether it ended: kept, but out of the graph.</summary>
    public static bool Ended([Parent] Relationship tie) => tie.Facts.Ended == true;

    /// <summary>How sure its source is, 0 to 1.</summary>
    public static double? Confidence([Parent] Relationship tie) => tie.Facts.Confidence;

    /// <summary>The rows that it is made of, the newest first.</summary>
    [ListSize(AssumedSize = 5)]
    [Cost(5)]
    public static Task<IReadOnlyList<ClaimOrigin>> OriginsAsync(
        [Parent] Relationship tie,
        Shown shown,
        CancellationToken cancellation
    ) => shown.Store.OriginsAsync(tie.Key, cancellation);
}
