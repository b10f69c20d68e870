using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Api.Suggestions;
using BizGraph.Ingest.Answers;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>What someone asks to be kept.</summary>
/// <param name="Action">What they did.</param>
/// <param name="Revision">The last record that they saw; 0 for none.</param>
/// <param name="By">Who it is.</param>
/// <param name="Note">Why, or what came of it.</param>
/// <param name="AssignedTo">Who is to see to it.</param>
sealed record DecisionRequest(DecisionAction Action, long Revision, string By, string? Note = null, string? AssignedTo = null);

/// <summary>Keeps what people decide about gaps and suggestions, one after the other: nobody's decision is lost to another's.</summary>
sealed class DecisionDesk(CurrentSnapshot current, TimeProvider clock)
{
    const int LongestText = 2_000;

    /// <summary>Keeps a decision about a gap.</summary>
    /// <param name="id">The gap's id.</param>
    /// <param name="request">The decision.</param>
    /// <param name="cancellation">Keeps nothing.</param>
    public async Task<Decision> DecideGapAsync(string id, DecisionRequest request, CancellationToken cancellation)
    {
        var shown = Open();
        var decisions = await shown.DecisionsAsync(cancellation);
        var identity = GapIdentity.Parse(id)?.In(shown.Snapshot) ?? throw new UnknownGapException(id);
        var known = decisions.Of(identity);
        if (known is null && (await shown.GapsAsync(cancellation)).Find(id) is null)
        {
            throw new UnknownGapException(id);
        }

        var step = StepOf(request, shown);
        await AddAsync(shown, NetworkDecisions.OfGaps, identity.ToString(), known, step, request, cancellation);
        return (await shown.DecisionsAsync(cancellation)).Of(identity)!;
    }

    /// <summary>Keeps a decision about a suggestion. That the tie holds is recorded as a hand edit, and undone with the decision.</summary>
    /// <param name="id">The suggestion's id.</param>
    /// <param name="request">The decision.</param>
    /// <param name="cancellation">Keeps nothing.</param>
    public async Task<Decision> DecideSuggestionAsync(string id, DecisionRequest request, CancellationToken cancellation)
    {
        var shown = Open();
        var key =
            SuggestionIdentity.Parse(id) is { } parsed && SuggestedTie.Shown(parsed, shown.Snapshot) is { } found
                ? found
                : throw new UnknownSuggestionException(id);
        var tie = SuggestedTie.Of(key);
        var known = (await shown.DecisionsAsync(cancellation)).Of(key);
        var step = StepOf(request, shown) with { Kind = key.Kind, For = key.For.Value, Whom = key.Whom.Value };
        var number = await AddAsync(shown, NetworkDecisions.OfSuggestions, tie.ToString(), known, step, request, cancellation);
        if (request.Action == DecisionAction.Hold)
        {
            await RecordAsync(shown, known?.Key ?? tie.ToString(), number, step, tie, cancellation);
        }
        else if (request.Action == DecisionAction.Undo && known?.Last is { Action: DecisionAction.Hold, Import: { } import })
        {
            await TakeBackAsync(shown, import, cancellation);
        }

        return (await current.Now.DecisionsAsync(cancellation)).Of(key)!;
    }

    Shown Open() => current.Now is { IsSample: false } shown ? shown : throw new SampleIsFixedException();

    static DecisionStep StepOf(DecisionRequest request, Shown shown) =>
        new()
        {
            Action = request.Action,
            Note = Trimmed(request.Note),
            AssignedTo = Trimmed(request.AssignedTo),
            Version = shown.Snapshot.Version,
        };

    static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim() is { Length: > LongestText } longText ? longText[..LongestText]
        : text.Trim();

    static async Task<long> AddAsync(
        Shown shown,
        string kind,
        string key,
        Decision? known,
        DecisionStep step,
        DecisionRequest request,
        CancellationToken cancellation
    )
    {
        if ((known?.Revision ?? 0) != request.Revision)
        {
            throw new DecidedMeanwhileException(known);
        }

        Check(known, step);
        var by = Trimmed(request.By) ?? throw new DecisionOrderException("'by' is empty; expected who decides.");
        var number = await shown.Store.Records.AddAsync(
            kind,
            known?.Key ?? key,
            step.ToJson(),
            by,
            after: request.Revision,
            cancellation
        );
        return number ?? throw new DecidedMeanwhileException(null);
    }

    static void Check(Decision? known, DecisionStep step)
    {
        if (step.Action == DecisionAction.Undo)
        {
            _ = known?.Last ?? throw new DecisionOrderException("Nothing was decided that could be undone.");
        }
        else if (known?.State == DecisionState.Holds)
        {
            throw new DecisionOrderException("It is recorded that the tie holds; undo that first.");
        }
        else if (step is { Action: DecisionAction.Dismiss, Note: null })
        {
            throw new DecisionOrderException("A reason is expected for what is dismissed.");
        }
    }

    // The decision is kept first, so that of two who record at once only one makes an import.
    async Task RecordAsync(
        Shown shown,
        string key,
        long number,
        DecisionStep step,
        SuggestedTie tie,
        CancellationToken cancellation
    )
    {
        var said = new RelationshipFacts { Type = tie.Type, Note = step.Note };
        // The list of imports outlives the erasing of a business: its titles name none.
        var title = $"{EnglishCatalogue.Ties(tie.Type)} tie by hand";
        Import import;
        try
        {
            import = await HandTies.KeepAsync(shown.Store, tie.From, tie.To, said, title, clock, cancellation);
        }
        catch
        {
            await AppendAsync(step with { Action = DecisionAction.Undo, Note = null });
            throw;
        }

        if (await AppendAsync(step with { Action = DecisionAction.Record, Note = null, Import = import.Number }) is null)
        {
            // Someone took the decision back before it had its import.
            await TakeBackAsync(shown, import.Number, CancellationToken.None);
        }

        await current.RefreshAsync(CancellationToken.None);

        // What was begun is brought to its end, even if the one who asked went away.
        Task<long?> AppendAsync(DecisionStep next) =>
            shown.Store.Records.AddAsync(
                NetworkDecisions.OfSuggestions,
                key,
                next.ToJson(),
                "BizGraph",
                after: number,
                CancellationToken.None
            );
    }

    async Task TakeBackAsync(Shown shown, int import, CancellationToken cancellation)
    {
        try
        {
            await shown.Store.UndoAsync(import, cancellation: cancellation);
        }
        catch (StoreException declined) when (declined.IsRefusal)
        {
            // Someone took the import back already, from the list of imports.
        }

        await current.RefreshAsync(cancellation);
    }
}
