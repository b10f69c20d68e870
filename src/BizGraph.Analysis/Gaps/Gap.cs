using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Something that is missing in the network.</summary>
/// <param name="Identity">Known again in every later snapshot; see <see cref="GapIdentity"/>.</param>
/// <param name="Businesses">Whom it concerns, the one it is about first; empty where it is about the whole network.</param>
/// <param name="Evidence">What it rests on. Each kind comes once at most.</param>
/// <param name="NextAction">The one thing to do next.</param>
public sealed record Gap(
    GapIdentity Identity,
    IReadOnlyList<Business> Businesses,
    IReadOnlyList<GapEvidence> Evidence,
    GapAction NextAction
)
{
    /// <summary>What sort of gap it is; each language's catalogue makes a sentence of it.</summary>
    public GapKind Kind => Identity.Kind;

    /// <summary>The evidence of a kind; null where the gap does not rest on it.</summary>
    public GapEvidence? Find(EvidenceKind kind) => Evidence.FirstOrDefault(evidence => evidence.Kind == kind);

    /// <summary>The number of an evidence; 0 where there is none.</summary>
    public double Number(EvidenceKind kind) => Find(kind)?.Value ?? 0;
}

/// <summary>What to do next about a gap.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Businesses">With whom, in the order in which the sentence names them.</param>
/// <param name="Wanted">What one of them looks for and the other offers, or the trade that is looked for; null where that is not known.</param>
/// <param name="WantedBy">Which of the businesses looks for it.</param>
public sealed record GapAction(
    GapActionKind Kind,
    IReadOnlyList<Business> Businesses,
    string? Wanted = null,
    Business? WantedBy = null
);

/// <summary>The sorts of next action.</summary>
public enum GapActionKind
{
    /// <summary>Introduce the first to the second.</summary>
    Introduce,

    /// <summary>Invite the first to the next meeting: nobody in particular is known to suit.</summary>
    Invite,

    /// <summary>Ask the second to mentor the first.</summary>
    AskToMentor,

    /// <summary>Ask the second, whom the first deals with already, to advise it now and then.</summary>
    AskForAdvice,

    /// <summary>Tell the first that the second offers locally what it buys elsewhere.</summary>
    OfferLocally,

    /// <summary>Look for someone who offers what is wanted, and invite them.</summary>
    FindSeller,

    /// <summary>Ask the second whether it could supply the first as well.</summary>
    SecondSource,

    /// <summary>Introduce the first to the second, so that there is a second way.</summary>
    SecondWay,

    /// <summary>Call on the first and ask how it is.</summary>
    CallOn,

    /// <summary>Ask the first who takes the place of what it lost.</summary>
    Replace,

    /// <summary>Ask the second whether it could return what the first does for it.</summary>
    AskReturn,
}
