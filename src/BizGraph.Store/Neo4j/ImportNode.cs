using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>An import as the server keeps it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Plan">What it was asked to take in.</param>
/// <param name="State">How far it got.</param>
/// <param name="Started">When it began.</param>
/// <param name="Order">When it finished among all; null before it did.</param>
/// <param name="Counts">Whether its claims count.</param>
sealed record ImportNode(int Number, ImportPlan Plan, ImportState State, DateTimeOffset Started, long? Order, bool Counts)
{
    public DateTimeOffset? Finished { get; init; }

    public long? Version { get; init; }

    public ImportReport? Report { get; init; }

    /// <summary>How often matching found or dropped claims of it since its rows were taken in; null where it never did.</summary>
    public long? MatchRevision { get; init; }

    public ClaimPosition Acknowledged { get; init; }

    public Import ToImport() =>
        new()
        {
            Number = Number,
            Source = Plan.Source,
            Files = Plan.Files,
            State = State,
            Started = Started,
            Finished = Finished,
            Version = Version,
            Report = Report,
        };
}
