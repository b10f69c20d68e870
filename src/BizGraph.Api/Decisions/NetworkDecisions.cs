using System.Collections.Frozen;
using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>What people decided about the gaps and suggestions of a network, found again by what they are called in one snapshot.</summary>
public sealed class NetworkDecisions
{
    /// <summary>The records about gaps.</summary>
    public const string OfGaps = "gap decision";

    /// <summary>The records about suggestions.</summary>
    public const string OfSuggestions = "suggestion decision";

    static readonly FrozenSet<int> None = [];

    readonly NetworkSnapshot _snapshot;
    readonly FrozenSet<int> _takenBack;
    readonly FrozenDictionary<string, Decision> _gaps;
    readonly FrozenDictionary<SuggestedTie, Decision> _suggestions;
    readonly FrozenSet<(RelationshipType, BusinessId, BusinessId)> _putAside;

    /// <summary>Reads the records, the oldest first.</summary>
    /// <param name="snapshot">The network that they are read against.</param>
    /// <param name="gapRecords">Those about gaps.</param>
    /// <param name="suggestionRecords">Those about suggestions.</param>
    /// <param name="takenBack">The numbers of imports that were undone; null for none.</param>
    public NetworkDecisions(
        NetworkSnapshot snapshot,
        IEnumerable<StoreRecord> gapRecords,
        IEnumerable<StoreRecord> suggestionRecords,
        FrozenSet<int>? takenBack = null
    )
    {
        (_snapshot, _takenBack) = (snapshot, takenBack ?? None);
        _gaps = gapRecords
            .GroupBy(record => GapIdentity.Parse(record.Key)?.In(snapshot).ToString())
            .Where(gap => gap.Key is not null)
            .ToFrozenDictionary(gap => gap.Key!, Read);
        _suggestions = suggestionRecords
            .GroupBy(record => record.Key)
            .Select(key => (Tie: TieOf(key.First()), Records: key.ToList()))
            .Where(key => key.Tie is not null)
            .GroupBy(key => key.Tie!.Value, key => key.Records)
            .ToFrozenDictionary(tie => tie.Key, tie => Read(tie.SelectMany(records => records).OrderBy(record => record.Number)));
        _putAside = _suggestions
            .Where(tie => tie.Value.IsPutAside)
            .SelectMany(tie => new[] { (tie.Key.Type, tie.Key.From, tie.Key.To), (tie.Key.Type, tie.Key.To, tie.Key.From) })
            .ToFrozenSet();
        Feedback =
        [
            .. Suggestions
                .Where(known => known.Decision.State is not (DecisionState.Open or DecisionState.Done))
                .Select(known => new SuggestionFeedback(known.Key, !known.Decision.IsPutAside)),
        ];
    }

    /// <summary>Suggestions that were decided about, in the order of their last records; by the ids that are shown.</summary>
    public IEnumerable<(SuggestionKey Key, Decision Decision)> Suggestions =>
        _suggestions
            .Values.OrderBy(decision => decision.Revision)
            .Select(decision => (SuggestedTie.Shown(decision.Suggestion!.Value, _snapshot), decision))
            .Where(known => known.Item1 is not null)
            .Select(known => (known.Item1!.Value, known.decision));

    /// <summary>What the next training learns from.</summary>
    public IReadOnlyCollection<SuggestionFeedback> Feedback { get; }

    /// <summary>Reads the decisions of a store.</summary>
    public static Task<NetworkDecisions> ReadAsync(
        INetworkStore store,
        NetworkSnapshot snapshot,
        CancellationToken cancellation
    ) => new DecisionBook(store, snapshot).ReadAsync(cancellation);

    /// <summary>The imports of a store that were undone.</summary>
    internal static async Task<FrozenSet<int>> TakenBackAsync(INetworkStore store, CancellationToken cancellation) =>
        (await store.ImportsAsync(cancellation))
            .Where(import => import.State == ImportState.Undone)
            .Select(import => import.Number)
            .ToFrozenSet();

    /// <summary>The decision about a gap; null where there is none.</summary>
    public Decision? Of(GapIdentity gap) => _gaps.GetValueOrDefault(gap.ToString());

    /// <summary>The decision about the tie of a suggestion; null where there is none.</summary>
    public Decision? Of(SuggestionKey suggestion) =>
        SuggestedTie.Of(suggestion, _snapshot) is { } tie ? _suggestions.GetValueOrDefault(tie) : null;

    /// <summary>Whether people put the pair aside for this type of tie, whichever way round: it does not come again. Its ids are those that are shown.</summary>
    public bool ArePutAside(SuggestionKey suggestion) =>
        _putAside.Contains((suggestion.Kind.TypeOfTie(), suggestion.For, suggestion.Whom));

    /// <summary>Whether a gap is on the list: it was not dismissed, and was not marked done in this very version.</summary>
    public bool IsOpen(Gap gap) =>
        Of(gap.Identity) is not { } decision
        || !(
            decision.State == DecisionState.Dismissed
            || (decision.State == DecisionState.Done && decision.Said!.Version >= _snapshot.Version)
        );

    SuggestedTie? TieOf(StoreRecord record) =>
        DecisionStep.Of(record).Suggestion is { } key ? SuggestedTie.Of(key, _snapshot) : null;

    Decision Read(IEnumerable<StoreRecord> records)
    {
        var all = records.ToList();
        return new Decision(all[^1].Key, [.. all.Select(DecisionStep.Of)], _takenBack);
    }
}
