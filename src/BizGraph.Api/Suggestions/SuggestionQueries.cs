using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Api.Gaps;
using BizGraph.Api.Hosting;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>Ties that are missing and would fit, and whom to introduce to whom.</summary>
[QueryType]
static class SuggestionQueries
{
    const int MostForOne = 100;
    const int MostAttendees = 2_000;
    const int LargestPage = 1_000;

    /// <summary>Ties that would suit a business, the best first; null where there is no such business. What people put aside is left out.</summary>
    [Cost(50)]
    [ListSize(SlicingArguments = ["first"])]
    public static async Task<IReadOnlyList<SuggestionInWords>?> GetSuggestionsAsync(
        Shown shown,
        [ID] [GraphQLDescription("The business's id.")] string @for,
        CancellationToken cancellation,
        [GraphQLDescription("The most of them, 1 to 100.")] int first = 10,
        [GraphQLDescription("What the partner would be; anything unless given.")] IReadOnlyList<SuggestionKind>? kinds = null,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En,
        [GraphQLDescription("Who is told: what of other people's ties the reasons say depends on it.")]
            Viewer viewer = Viewer.Organizer,
        [GraphQLDescription("Whether those that were dismissed or came to nothing follow behind; never for a member.")]
            bool withPutAside = false
    )
    {
        Check(nameof(first), first, MostForOne);
        if (shown.Snapshot.Find(@for) is not { } business)
        {
            return null;
        }

        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        var found = made.For(business.Id, first, kinds, decisions);
        var aside = withPutAside && viewer == Viewer.Organizer ? made.PutAside(business.Id, decisions) : [];
        return Told(shown, decisions, [.. found, .. aside], language, viewer);
    }

    /// <summary>One suggestion, as the network says it now, whether or not it would be made again; null where one of the two is gone, or there is no such suggestion.</summary>
    [Cost(50)]
    public static async Task<SuggestionInWords?> GetSuggestionAsync(
        Shown shown,
        [ID] [GraphQLDescription("Its id.")] string id,
        CancellationToken cancellation,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En,
        [GraphQLDescription("Who is told.")] Viewer viewer = Viewer.Organizer
    )
    {
        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return SuggestionIdentity.Parse(id) is { } key && KnownSuggestion.Find(made.Model, key) is { } found
            ? Told(shown, decisions, [found], language, viewer)[0]
            : null;
    }

    /// <summary>Whom to introduce to whom this week: those that are under way, then new ones, of the businesses with the fewest ties first. A pair comes once.</summary>
    [Cost(200)]
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static async Task<Connection<SuggestionInWords>> GetIntroductionsAsync(
        Shown shown,
        PagingArguments page,
        CancellationToken cancellation,
        [GraphQLDescription("How many one business takes part in at most, 1 to 5.")] int perBusiness = 1,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En
    )
    {
        Check(nameof(perBusiness), perBusiness, MadeSuggestions.MostPerBusiness);
        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return page.Slice(Told(shown, decisions, made.Introductions(perBusiness, decisions), language, Viewer.Organizer));
    }

    /// <summary>Suggestions that people decided about, the last decision first.</summary>
    [Cost(100)]
    [UsePaging(IncludeTotalCount = true)]
    public static async Task<Connection<SuggestionInWords>> GetDecidedSuggestionsAsync(
        Shown shown,
        PagingArguments page,
        CancellationToken cancellation,
        [GraphQLDescription("How they stand; any but open ones unless given.")] IReadOnlyList<DecisionState>? states = null,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En
    )
    {
        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return page.Slice(Told(shown, decisions, Decided(made, decisions, states), language, Viewer.Organizer));
    }

    /// <summary>Groups of five to eight peers who look for the same, no two of them competitors; those with the most strangers first.</summary>
    [ListSize(SlicingArguments = ["first"])]
    [Cost(200)]
    public static async Task<IEnumerable<RoundTable>> GetRoundTablesAsync(
        Shown shown,
        CancellationToken cancellation,
        [GraphQLDescription("The most of them, 0 or more.")] int first = 10
    )
    {
        var made = await shown.SuggestionsAsync(cancellation);
        return (await shown.OnceAsync(_ => RoundTables.Find(made.Model), cancellation, "round tables")).Take(first);
    }

    /// <summary>Whom each one who comes to an event should talk to: strangers only, and nobody is sent to more than a few times as many as they look for themselves.</summary>
    [Cost(BizGraphSchema.MostCost / 10)]
    [ListSize(AssumedSize = 50)]
    public static async Task<IEnumerable<MeetingPlan>> GetMeetingsAsync(
        Shown shown,
        [GraphQLDescription("The ids of those who come, 2 to 2,000; the unknown and the closed are left out.")]
            IReadOnlyList<BusinessId> attendees,
        CancellationToken cancellation,
        [GraphQLDescription("Meetings for each at most, 1 to 5.")] int each = 3,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En
    )
    {
        Check("number of attendees", attendees.Count, MostAttendees);
        Check(nameof(each), each, MadeSuggestions.MostPerBusiness);
        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        var plans = await Shown.AloneAsync(() => EventMeetings.Find(made.Model, attendees, each), cancellation);
        return plans.Select(plan => new MeetingPlan(
            plan.Attendee,
            Told(shown, decisions, [.. plan.Meetings.Where(next => !decisions.ArePutAside(next.Key))], language, Viewer.Organizer)
        ));
    }

    /// <summary>Ties that would close a gap, the best first; none where nobody in the network could.</summary>
    internal static async Task<IReadOnlyList<SuggestionInWords>> ForGapAsync(
        Shown shown,
        GapInWords gap,
        int first,
        CancellationToken cancellation
    )
    {
        Check(nameof(first), first, MostForOne);
        var (made, decisions) = (await shown.SuggestionsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return Told(shown, decisions, GapSuggestions.Of(gap.Gap, first, made, decisions), gap.Language, Viewer.Organizer);
    }

    /// <summary>Suggestions that people decided about, the last decision first.</summary>
    internal static IReadOnlyList<Suggestion> Decided(
        MadeSuggestions made,
        NetworkDecisions decisions,
        IReadOnlyCollection<DecisionState>? states = null
    ) =>
        [
            .. decisions
                .Suggestions.Where(known =>
                    states is null ? known.Decision.State != DecisionState.Open : states.Contains(known.Decision.State)
                )
                .Reverse()
                .Select(known => KnownSuggestion.Find(made.Model, known.Key))
                .OfType<Suggestion>(),
        ];

    /// <summary>Suggestions as a viewer is told of them.</summary>
    internal static IReadOnlyList<SuggestionInWords> Told(
        Shown shown,
        NetworkDecisions decisions,
        IReadOnlyList<Suggestion> suggestions,
        Language language,
        Viewer viewer
    )
    {
        var disclosure = new Disclosure(shown.Snapshot);
        return
        [
            .. suggestions.Select(suggestion => new SuggestionInWords(
                suggestion,
                disclosure,
                decisions.Of(suggestion.Key),
                language,
                viewer
            )),
        ];
    }

    static void Check(string name, int value, int most)
    {
        if (value < 1 || value > most)
        {
            throw new GraphQLException($"'{name}' is {value}; expected 1 to {most:N0}.");
        }
    }
}

/// <summary>Whom one who comes to an event should talk to.</summary>
/// <param name="Attendee">Who comes.</param>
/// <param name="Meetings">Whom to talk to, the best first.</param>
[ObjectType]
sealed record MeetingPlan(Business Attendee, [property: ListSize(AssumedSize = 3)] IReadOnlyList<SuggestionInWords> Meetings);

/// <summary>A small group of peers with the same question.</summary>
[ObjectType<RoundTable>]
[GraphQLName("RoundTable")]
static class RoundTableNode
{
    /// <summary>What they all look for, in the words of the first of them.</summary>
    public static string Question([Parent] RoundTable table) => table.Question;

    /// <summary>Five to eight, those with the fewest ties first.</summary>
    [ListSize(AssumedSize = 8)]
    public static IReadOnlyList<Business> Members([Parent] RoundTable table) => table.Members;

    /// <summary>Pairs among them that have no tie yet.</summary>
    public static int Strangers([Parent] RoundTable table) => table.Strangers;
}
