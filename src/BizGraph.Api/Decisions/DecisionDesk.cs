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
    const int LongestName = 200;

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

        var step = StepOf(request, DecisionActions.OfGaps, shown);
        var added = new Added(NetworkDecisions.OfGaps, known?.Key ?? identity.ToString(), step, known);
        await AddAsync(shown, added, request, Find, cancellation);
        return (await Find())!;

        async Task<Decision?> Find() => (await shown.DecisionsAsync(cancellation)).Of(identity);
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
        var step = StepOf(request, DecisionActions.OfSuggestions, shown) with
        {
            Kind = key.Kind,
            For = key.For.Value,
            Whom = key.Whom.Value,
        };
        var added = new Added(NetworkDecisions.OfSuggestions, known?.Key ?? tie.ToString(), step, known);
        if (await AddAsync(shown, added, request, Find, cancellation) is not { } number)
        {
            return (await Find())!;
        }

        if (request.Action == DecisionAction.Hold)
        {
            await RecordAsync(shown, added.Key, number, step, tie, cancellation);
        }
        else if (request.Action == DecisionAction.Undo && known?.Last is { Action: DecisionAction.Hold, Import: { } import })
        {
            await TakeBackAsync(shown, import, cancellation);
        }

        return (await Find())!;

        async Task<Decision?> Find() => (await current.Now.DecisionsAsync(cancellation)).Of(key);
    }

    /// <summary>A record to be added.</summary>
    /// <param name="Kind">Of a gap, or of a suggestion.</param>
    /// <param name="Key">Its key in the log.</param>
    /// <param name="Step">What it says.</param>
    /// <param name="Known">What was decided before it.</param>
    sealed record Added(string Kind, string Key, DecisionStep Step, Decision? Known);

    Shown Open() => current.Now is { IsSample: false } shown ? shown : throw new SampleIsFixedException();

    static DecisionStep StepOf(DecisionRequest request, IReadOnlyList<DecisionAction> allowed, Shown shown) =>
        allowed.Contains(request.Action)
            ? new()
            {
                Action = request.Action,
                Note = Trimmed(request.Note, LongestText),
                AssignedTo = Trimmed(request.AssignedTo, LongestName),
                Version = shown.Snapshot.Version,
            }
            : throw new ArgumentException($"{request.Action} cannot be done here.", nameof(request));

    // A text that was cut would be another one than the person's.
    static string? Trimmed(string? text, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim() is { } trimmed && trimmed.Length <= longest ? trimmed
        : throw new DecisionOrderException(DecisionProblem.TooLong);

    /// <summary>Adds a record and gives its number; null where the same person asked for the very same before: a form that was sent twice is no second decision.</summary>
    static async Task<long?> AddAsync(
        Shown shown,
        Added added,
        DecisionRequest request,
        Func<Task<Decision?>> find,
        CancellationToken cancellation
    )
    {
        var by = Trimmed(request.By, LongestName) ?? throw new DecisionOrderException(DecisionProblem.NobodyDecides);
        if ((added.Known?.Revision ?? 0) == request.Revision)
        {
            Check(added.Known, added.Step);
            var undoes = request.Action == DecisionAction.Undo ? added.Known?.Last?.Number : null;
            var json = (added.Step with { Undoes = undoes }).ToJson();
            if (
                await shown.Store.Records.AddAsync(added.Kind, added.Key, json, by, after: request.Revision, cancellation) is
                { } number
            )
            {
                return number;
            }
        }

        var now = await find();
        return now?.IsRepeated(added.Step, by, request.Revision) == true ? null : throw new DecidedMeanwhileException(now);
    }

    static void Check(Decision? known, DecisionStep step)
    {
        DecisionProblem? problem = step switch
        {
            { Action: DecisionAction.Undo } => known?.Last is null ? DecisionProblem.NothingToUndo : null,
            _ when known?.State == DecisionState.Holds => DecisionProblem.Holds,
            { Action: DecisionAction.Dismiss, Note: null } => DecisionProblem.ReasonExpected,
            { Action: DecisionAction.Assign, AssignedTo: null } when known?.AssignedTo is null => DecisionProblem.NobodyNamed,
            _ => null,
        };
        if (problem is { } why)
        {
            throw new DecisionOrderException(why);
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
            await AppendAsync(step with { Action = DecisionAction.Undo, Note = null, Undoes = number });
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
