using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Api.Decisions;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>What is made ready for a snapshot: what its ties and people's decisions taught, and a few strangers for each business to be introduced to.</summary>
/// <param name="Model">What the network taught.</param>
/// <param name="Offered">Strangers to introduce each business to, the best first, by node.</param>
/// <param name="Trained">When.</param>
sealed record MadeSuggestions(SuggestionModel Model, IReadOnlyList<IReadOnlyList<Suggestion>> Offered, DateTimeOffset Trained)
{
    /// <summary>The most introductions that one business can be part of at a time.</summary>
    public const int MostPerBusiness = 5;

    /// <summary>The most suggestions in one answer.</summary>
    public const int Most = 1_000;

    const int OfferedEach = 3; // each is kept with its reasons, some kilobytes

    /// <summary>Trains and looks around each business once.</summary>
    public static MadeSuggestions Of(
        NetworkSnapshot snapshot,
        IReadOnlyCollection<SuggestionFeedback> feedback,
        DateTimeOffset now
    )
    {
        var model = SuggestionModel.Train(snapshot, new SuggestionOptions { Feedback = feedback });
        var query = new SuggestionQuery { Count = OfferedEach, StrangersOnly = true };
        return new MadeSuggestions(model, BusinessSuggestions.ForAll(model, query), now);
    }

    /// <summary>Whether pairs were left out when it was made that people had put aside then, and have not any more.</summary>
    public bool LeavesOutTooMuch(NetworkDecisions decisions) =>
        !ReferenceEquals(Model.Options.Feedback, decisions.Feedback)
        && Model.Options.Feedback.Any(said => !said.IsAccepted && !decisions.ArePutAside(said.Key));

    /// <summary>Suggestions for one business, the best first; what people put aside is left out.</summary>
    /// <param name="business">Whom to suggest to.</param>
    /// <param name="count">The most of them, 1 or more.</param>
    /// <param name="kinds">Kinds to look for; null for all.</param>
    /// <param name="decisions">What people decided until now.</param>
    public IReadOnlyList<Suggestion> For(
        BusinessId business,
        int count,
        IReadOnlyCollection<SuggestionKind>? kinds,
        NetworkDecisions decisions
    ) => Take(count, decisions, query => BusinessSuggestions.For(Model, business, query with { Kinds = kinds }));

    /// <summary>What people put aside for a business, as the network says it now.</summary>
    public IReadOnlyList<Suggestion> PutAside(BusinessId business, NetworkDecisions decisions) =>
        [
            .. decisions
                .Suggestions.Where(known => known.Decision.IsPutAside && known.Key.For == business)
                .Select(known => KnownSuggestion.Find(Model, known.Key))
                .OfType<Suggestion>(),
        ];

    /// <summary>The introductions to make: those under way, then new ones, of the businesses with the fewest ties first.</summary>
    /// <param name="perBusiness">How many one business takes part in at most, either way, those under way among them.</param>
    /// <param name="decisions">What people decided until now.</param>
    public IReadOnlyList<Suggestion> Introductions(int perBusiness, NetworkDecisions decisions)
    {
        var chosen = decisions
            .Suggestions.Where(known => known.Decision.IsUnderWay)
            .Select(known => KnownSuggestion.Find(Model, known.Key))
            .OfType<Suggestion>()
            .ToList();
        var parts = chosen.SelectMany(Ends).CountBy(id => id).ToDictionary();
        var met = chosen.Select(Pair).ToHashSet();
        var open = Offered
            .Select(list =>
                (IReadOnlyList<Suggestion>)
                    [.. list.Where(next => HasRoom(next) && !met.Contains(Pair(next)) && !decisions.ArePutAside(next.Key))]
            )
            .ToList();
        foreach (var next in WeeklyIntroductions.Choose(Model, open, perBusiness).Where(HasRoom))
        {
            chosen.Add(next);
            foreach (var end in Ends(next))
            {
                parts[end] = parts.GetValueOrDefault(end) + 1;
            }
        }

        return chosen;

        bool HasRoom(Suggestion next) => Ends(next).All(end => parts.GetValueOrDefault(end) < perBusiness);
    }

    /// <summary>The first suggestions of a search that were not put aside since the training.</summary>
    public static IReadOnlyList<Suggestion> Take(
        int count,
        NetworkDecisions decisions,
        Func<SuggestionQuery, IReadOnlyList<Suggestion>> search
    )
    {
        for (var asked = count; ; )
        {
            var found = search(new SuggestionQuery { Count = asked });
            List<Suggestion> open = [.. found.Where(next => !decisions.ArePutAside(next.Key)).Take(count)];
            if (open.Count == count || found.Count < asked || asked == Most)
            {
                return open;
            }

            asked = Math.Min(Most, asked + count - open.Count);
        }
    }

    static BusinessId[] Ends(Suggestion suggestion) => [suggestion.For.Id, suggestion.Whom.Id];

    static (BusinessId, BusinessId) Pair(Suggestion suggestion) =>
        suggestion.For.Id < suggestion.Whom.Id
            ? (suggestion.For.Id, suggestion.Whom.Id)
            : (suggestion.Whom.Id, suggestion.For.Id);
}
