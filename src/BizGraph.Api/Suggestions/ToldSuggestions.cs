using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>Suggestions as the plain pages show them to an organizer; null while they are being made, since a page does not keep people waiting.</summary>
static class ToldSuggestions
{
    const int PerBusiness = 1;
    const int ForOne = 5;

    /// <summary>This week's introductions.</summary>
    public static async Task<IReadOnlyList<SuggestionInWords>?> IntroductionsAsync(
        Shown shown,
        Language language,
        CancellationToken cancellation
    ) =>
        await shown.SuggestionsSoonAsync(cancellation) is { } made && await shown.DecisionsAsync(cancellation) is var decisions
            ? SuggestionQueries.Told(shown, decisions, made.Introductions(PerBusiness, decisions), language, Viewer.Organizer)
            : null;

    /// <summary>Those that people decided about.</summary>
    public static async Task<IReadOnlyList<SuggestionInWords>?> DecidedAsync(
        Shown shown,
        Language language,
        CancellationToken cancellation
    ) =>
        await shown.SuggestionsSoonAsync(cancellation) is { } made && await shown.DecisionsAsync(cancellation) is var decisions
            ? SuggestionQueries.Told(shown, decisions, SuggestionQueries.Decided(made, decisions), language, Viewer.Organizer)
            : null;

    /// <summary>The best for one business.</summary>
    public static async Task<IReadOnlyList<SuggestionInWords>?> ForAsync(
        Shown shown,
        Business business,
        Language language,
        CancellationToken cancellation
    ) =>
        await shown.SuggestionsSoonAsync(cancellation) is { } made && await shown.DecisionsAsync(cancellation) is var decisions
            ? SuggestionQueries.Told(shown, decisions, made.For(business.Id, ForOne, null, decisions), language, Viewer.Organizer)
            : null;
}
