using BizGraph.Api.Samples;
using BizGraph.GraphQL;

namespace BizGraph.Api.Decisions;

/// <summary>What people decide about suggestions. Who decides says the `revision` of the decision that they saw, 0 where there was none: nobody decides over another's head.</summary>
[MutationType]
static class SuggestionMutations
{
    // Until there is access control: the door that it came through.
    const string Door = "GraphQL";

    /// <summary>Takes a suggestion up: it stands among the introductions that are under way, and the next training learns from it.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> AcceptSuggestionAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door,
        [GraphQLDescription("Why.")] string? note = null
    ) => desk.DecideSuggestionAsync(id, new DecisionRequest(DecisionAction.Accept, revision, by, note), cancellation);

    /// <summary>Puts a suggestion aside: the pair does not come again, and the next training learns from it.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> DismissSuggestionAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        [GraphQLDescription("Why.")] string reason,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideSuggestionAsync(id, new DecisionRequest(DecisionAction.Dismiss, revision, by, reason), cancellation);

    /// <summary>Gives a suggestion to someone to see to; to nobody in particular where nobody is named.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> AssignSuggestionAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        [GraphQLDescription("Who is to see to it.")] string? to,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideSuggestionAsync(id, new DecisionRequest(DecisionAction.Assign, revision, by, AssignedTo: to), cancellation);

    /// <summary>Marks that the two were introduced. What came of it is recorded later, by `recordOutcome`.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> MarkIntroducedAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door,
        [GraphQLDescription("How it went.")] string? note = null
    ) => desk.DecideSuggestionAsync(id, new DecisionRequest(DecisionAction.Introduce, revision, by, note), cancellation);

    /// <summary>Records what came of an introduction. A tie that holds is taken into the network at once, as a hand edit of its own; undoing the decision takes it out again.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> RecordOutcomeAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        [GraphQLDescription("Whether the tie holds; false where nothing came of it.")] bool holds,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door,
        [GraphQLDescription("What came of it.")] string? note = null
    ) =>
        desk.DecideSuggestionAsync(
            id,
            new DecisionRequest(holds ? DecisionAction.Hold : DecisionAction.ComeToNothing, revision, by, note),
            cancellation
        );

    /// <summary>Takes the last step about a suggestion back; once more, the one before it.</summary>
    [
        Error<UnknownSuggestionException>,
        Error<DecidedMeanwhileException>,
        Error<DecisionOrderException>,
        Error<SampleIsFixedException>
    ]
    public static Task<Decision> UndoSuggestionDecisionAsync(
        [ID] [GraphQLDescription("The suggestion's id.")] string id,
        [GraphQLDescription("The revision that was seen.")] long revision,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideSuggestionAsync(id, new DecisionRequest(DecisionAction.Undo, revision, by), cancellation);
}

/// <summary>What people decide about gaps, in the same way.</summary>
[MutationType]
static class GapMutations
{
    const string Door = "GraphQL";

    /// <summary>Takes a gap up.</summary>
    [Error<UnknownGapException>, Error<DecidedMeanwhileException>, Error<DecisionOrderException>, Error<SampleIsFixedException>]
    public static Task<Decision> AcceptGapAsync(
        [ID] [GraphQLDescription("The gap's id.")] string id,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door,
        [GraphQLDescription("Why.")] string? note = null
    ) => desk.DecideGapAsync(id, new DecisionRequest(DecisionAction.Accept, revision, by, note), cancellation);

    /// <summary>Puts a gap aside: it is left out of the lists for as long as this is not undone.</summary>
    [Error<UnknownGapException>, Error<DecidedMeanwhileException>, Error<DecisionOrderException>, Error<SampleIsFixedException>]
    public static Task<Decision> DismissGapAsync(
        [ID] [GraphQLDescription("The gap's id.")] string id,
        [GraphQLDescription("Why.")] string reason,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideGapAsync(id, new DecisionRequest(DecisionAction.Dismiss, revision, by, reason), cancellation);

    /// <summary>Gives a gap to someone to see to; to nobody in particular where nobody is named.</summary>
    [Error<UnknownGapException>, Error<DecidedMeanwhileException>, Error<DecisionOrderException>, Error<SampleIsFixedException>]
    public static Task<Decision> AssignGapAsync(
        [ID] [GraphQLDescription("The gap's id.")] string id,
        [GraphQLDescription("Who is to see to it.")] string? to,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideGapAsync(id, new DecisionRequest(DecisionAction.Assign, revision, by, AssignedTo: to), cancellation);

    /// <summary>Marks a gap done: it is left out of the lists, until a later version of the network has it still.</summary>
    [Error<UnknownGapException>, Error<DecidedMeanwhileException>, Error<DecisionOrderException>, Error<SampleIsFixedException>]
    public static Task<Decision> MarkGapDoneAsync(
        [ID] [GraphQLDescription("The gap's id.")] string id,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("The revision that was seen; 0 for none.")] long revision = 0,
        [GraphQLDescription("Who decides.")] string by = Door,
        [GraphQLDescription("What was done.")] string? note = null
    ) => desk.DecideGapAsync(id, new DecisionRequest(DecisionAction.Finish, revision, by, note), cancellation);

    /// <summary>Takes the last step about a gap back; once more, the one before it.</summary>
    [Error<UnknownGapException>, Error<DecidedMeanwhileException>, Error<DecisionOrderException>, Error<SampleIsFixedException>]
    public static Task<Decision> UndoGapDecisionAsync(
        [ID] [GraphQLDescription("The gap's id.")] string id,
        [GraphQLDescription("The revision that was seen.")] long revision,
        DecisionDesk desk,
        CancellationToken cancellation,
        [GraphQLDescription("Who decides.")] string by = Door
    ) => desk.DecideGapAsync(id, new DecisionRequest(DecisionAction.Undo, revision, by), cancellation);
}
