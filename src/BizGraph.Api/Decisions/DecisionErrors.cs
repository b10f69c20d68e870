using BizGraph.Api.Languages;

namespace BizGraph.Api.Decisions;

/// <summary>Someone else decided in the meantime.</summary>
sealed class DecidedMeanwhileException(Decision? now) : Exception(EnglishDecisions.Instance.Meanwhile(now))
{
    /// <summary>What it is now; null where that is not known.</summary>
    public Decision? Now { get; } = now;
}

/// <summary>There is no such gap.</summary>
sealed class UnknownGapException(string id) : Exception(EnglishDecisions.Instance.UnknownGap(id))
{
    /// <summary>The id that was asked for.</summary>
    public string Id { get; } = id;
}

/// <summary>There is no such suggestion.</summary>
sealed class UnknownSuggestionException(string id) : Exception(EnglishDecisions.Instance.UnknownSuggestion(id))
{
    /// <summary>The id that was asked for.</summary>
    public string Id { get; } = id;
}

/// <summary>What was asked for does not follow what was decided before.</summary>
sealed class DecisionOrderException(DecisionProblem problem) : Exception(EnglishDecisions.Instance.Problem(problem))
{
    /// <summary>Why.</summary>
    public DecisionProblem Problem { get; } = problem;
}

/// <summary>Why a decision is not kept.</summary>
public enum DecisionProblem
{
    /// <summary>It is not said who decides.</summary>
    NobodyDecides,

    /// <summary>It is not said who is to see to it, and nobody was.</summary>
    NobodyNamed,

    /// <summary>A reason is expected for what is dismissed.</summary>
    ReasonExpected,

    /// <summary>A text or name is longer than what is kept.</summary>
    TooLong,

    /// <summary>It is recorded that the tie holds; that is undone first.</summary>
    Holds,

    /// <summary>Nothing was decided that could be undone.</summary>
    NothingToUndo,
}
