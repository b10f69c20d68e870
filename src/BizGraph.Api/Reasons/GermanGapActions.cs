using BizGraph.Analysis.Gaps;

namespace BizGraph.Api.Reasons;

/// <summary>What to do next about a gap, in German.</summary>
static class GermanGapActions
{
    public static string Sentence(Gap gap)
    {
        var action = gap.NextAction;
        return action.Kind switch
        {
            GapActionKind.Introduce => $"{One(action)} und {Other(action)} miteinander bekannt machen{Because(action)}.",
            GapActionKind.SecondWay =>
                $"{One(action)} und {Other(action)} miteinander bekannt machen, damit es einen zweiten Weg gibt{Because(action)}.",
            GapActionKind.Invite => $"{One(action)} zum nächsten Treffen einladen und fragen, was gesucht wird.",
            GapActionKind.AskToMentor =>
                $"{Other(action)} fragen, ob sie {One(action)} als Mentor begleiten, förmlich oder ab und zu bei einem Kaffee.",
            GapActionKind.AskForAdvice =>
                $"{Other(action)}, mit denen {One(action)} schon zu tun hat, um Rat dann und wann bitten.",
            GapActionKind.OfferLocally => $"{One(action)} sagen, dass {Other(action)} „{action.Wanted}“ hier anbietet.",
            GapActionKind.FindSeller when gap.Kind == GapKind.SoleSource =>
                $"Eine zweite Quelle für „{action.Wanted}“ suchen und einladen.",
            GapActionKind.FindSeller when action.Wanted is null => "Eine suchen und einladen.",
            GapActionKind.FindSeller => $"Jemanden suchen, der „{action.Wanted}“ anbietet, und einladen.",
            GapActionKind.SecondSource =>
                $"{Other(action)} fragen, ob sie {One(action)} auch mit „{action.Wanted}“ beliefern könnten.",
            GapActionKind.CallOn when action.Businesses.Count == 0 => $"Herausfinden, warum {action.Wanted} ausgeschieden ist.",
            GapActionKind.CallOn => $"{One(action)} besuchen und fragen, wie es geht.",
            GapActionKind.Replace => $"{One(action)} fragen, wer an die Stelle von {Other(action)} tritt.",
            GapActionKind.AskReturn => $"{Other(action)} fragen, ob auch sie Kunden zu {One(action)} schicken könnten.",
            _ => throw new ArgumentOutOfRangeException(nameof(gap), action.Kind, null),
        };
    }

    static string One(GapAction action) => action.Businesses[0].Name;

    static string Other(GapAction action) => action.Businesses[1].Name;

    static string Because(GapAction action) =>
        action is { WantedBy: { } seeker, Wanted: { } wanted } ? $": {seeker.Name} sucht „{wanted}“" : "";
}
