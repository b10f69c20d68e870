using BizGraph.Api.Samples;
using BizGraph.Api.Snapshots;
using BizGraph.Ingest.Answers;
using BizGraph.Model;

namespace BizGraph.Api.Duplicates;

/// <summary>Keeps a person's word about two businesses in the network that is shown.</summary>
static class DuplicateAnswers
{
    /// <summary>Keeps it; when it returns, the network is shown as it is by then.</summary>
    /// <exception cref="UnknownBusinessException">An id is not known.</exception>
    /// <exception cref="SameBusinessException">The ids are the same.</exception>
    /// <exception cref="SampleIsFixedException">The network is the sample town.</exception>
    public static async Task<DuplicateDecision> KeepAsync(
        BusinessId one,
        BusinessId other,
        bool areSame,
        CurrentSnapshot current,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var shown = current.Now;
        if (shown.IsSample)
        {
            throw new SampleIsFixedException();
        }

        var decisions = DuplicateDecisions.Of(shown.Snapshot, one, other, areSame);
        var title = areSame ? $"{one} is {other}" : $"{one} is not {other}";
        var import = await MatchDecisions.KeepAsync(shown.Store, decisions, title, clock, cancellation);
        await current.RefreshAsync(cancellation);
        return new DuplicateDecision(import.Number, import.Version!.Value, current.Now.Snapshot.Find(one)!);
    }
}
