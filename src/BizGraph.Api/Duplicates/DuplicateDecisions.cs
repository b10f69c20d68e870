using BizGraph.Analysis;
using BizGraph.Ingest.Answers;
using BizGraph.Model;

namespace BizGraph.Api.Duplicates;

/// <summary>A person's word about two businesses, as decisions about the ids behind them.</summary>
static class DuplicateDecisions
{
    /// <summary>The decisions that make two businesses one, or two.</summary>
    /// <param name="snapshot">The network as the person saw it.</param>
    /// <param name="one">An id of one.</param>
    /// <param name="other">An id of the other.</param>
    /// <param name="areSame">What the person said.</param>
    /// <exception cref="UnknownBusinessException">An id is not known.</exception>
    /// <exception cref="SameBusinessException">The ids are the same.</exception>
    public static IReadOnlyList<MatchDecision> Of(NetworkSnapshot snapshot, BusinessId one, BusinessId other, bool areSame)
    {
        var (first, second) = (Known(snapshot, one), Known(snapshot, other));
        if (one == other)
        {
            throw new SameBusinessException(one.Value);
        }

        if (areSame)
        {
            return [new MatchDecision(one, other, AreSame: true)];
        }

        // Splitting one off must keep it from all it was merged with, or a third would join them again.
        return first.Id == second.Id
            ? [.. IdsOf(first).Where(id => id != other).Select(id => new MatchDecision(id, other, AreSame: false))]
            : [.. IdsOf(first).SelectMany(a => IdsOf(second).Select(b => new MatchDecision(a, b, AreSame: false)))];
    }

    static Business Known(NetworkSnapshot snapshot, BusinessId id) =>
        snapshot.Find(id) ?? throw new UnknownBusinessException(id.Value);

    static IEnumerable<BusinessId> IdsOf(Business business) => business.OtherIds.Prepend(business.Id);
}
