using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Duplicates;

/// <summary>What a decision came to.</summary>
/// <param name="Import">Its number: undoing this import takes it back.</param>
/// <param name="Version">The network version that it made.</param>
/// <param name="Business">The first of the two as it is shown now.</param>
[ObjectType]
sealed record DuplicateDecision(int Import, long Version, Business Business);

/// <summary>There is no such business.</summary>
sealed class UnknownBusinessException(string id) : Exception($"There is no business '{id}'; expected an id as it is shown.");

/// <summary>A decision that says nothing.</summary>
sealed class SameBusinessException(string id) : Exception($"Both are '{id}' already; expected two ids.");

/// <summary>What people decide about businesses that may be one. Each decision is remembered, stands above what matching finds, and can be undone.</summary>
[MutationType]
static class DuplicateMutations
{
    /// <summary>The two are one business: shown as one from now on, under the id that was given first.</summary>
    [Error<UnknownBusinessException>, Error<SameBusinessException>, Error<SampleIsFixedException>]
    public static Task<DuplicateDecision> ConfirmDuplicateAsync(
        [GraphQLDescription("The id of one.")] BusinessId one,
        [GraphQLDescription("The id of the other.")] BusinessId other,
        CurrentSnapshot current,
        TimeProvider clock,
        CancellationToken cancellation
    ) => DuplicateAnswers.KeepAsync(one, other, areSame: true, current, clock, cancellation);

    /// <summary>The two are two businesses, however alike; where they are shown as one, they are split.</summary>
    [Error<UnknownBusinessException>, Error<SameBusinessException>, Error<SampleIsFixedException>]
    public static Task<DuplicateDecision> RejectDuplicateAsync(
        [GraphQLDescription("The id of one.")] BusinessId one,
        [GraphQLDescription("The id of the other.")] BusinessId other,
        CurrentSnapshot current,
        TimeProvider clock,
        CancellationToken cancellation
    ) => DuplicateAnswers.KeepAsync(one, other, areSame: false, current, clock, cancellation);
}
