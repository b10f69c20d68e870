using BizGraph.Analysis.Gaps;

namespace BizGraph.Api.Reasons;

/// <summary>What to do next about a gap, in English.</summary>
static class EnglishGapActions
{
    public static string Sentence(Gap gap)
    {
        var action = gap.NextAction;
        return action.Kind switch
        {
            GapActionKind.Introduce => $"Introduce {One(action)} to {Other(action)}{Because(action)}.",
            GapActionKind.SecondWay =>
                $"Introduce {One(action)} to {Other(action)}, so that there is a second way{Because(action)}.",
            GapActionKind.Invite => $"Invite {One(action)} to the next meeting, and ask what it looks for.",
            GapActionKind.AskToMentor => $"Ask {Other(action)} to mentor {One(action)}, formally or over a coffee now and then.",
            GapActionKind.AskForAdvice =>
                $"Ask {Other(action)}, whom {One(action)} deals with already, to advise it now and then.",
            GapActionKind.OfferLocally => $"Tell {One(action)} that {Other(action)} offers “{action.Wanted}” here.",
            GapActionKind.FindSeller when gap.Kind == GapKind.SoleSource =>
                $"Look for a second source of “{action.Wanted}”, and invite it.",
            GapActionKind.FindSeller when action.Wanted is null => "Look for one, and invite it.",
            GapActionKind.FindSeller => $"Look for someone who offers “{action.Wanted}”, and invite them.",
            GapActionKind.SecondSource =>
                $"Ask {Other(action)} whether it could supply {One(action)} with “{action.Wanted}”, too.",
            GapActionKind.CallOn when action.Businesses.Count == 0 => $"Find out why {action.Wanted} left.",
            GapActionKind.CallOn => $"Call on {One(action)}, and ask how it is.",
            GapActionKind.Replace => $"Ask {One(action)} who takes the place of {Other(action)}.",
            GapActionKind.AskReturn => $"Ask {Other(action)} whether it could send clients to {One(action)}, too.",
            _ => throw new ArgumentOutOfRangeException(nameof(gap), action.Kind, null),
        };
    }

    static string One(GapAction action) => action.Businesses[0].Name;

    static string Other(GapAction action) => action.Businesses[1].Name;

    static string Because(GapAction action) =>
        action is { WantedBy: { } seeker, Wanted: { } wanted } ? $": {seeker.Name} looks for “{wanted}”" : "";
}
