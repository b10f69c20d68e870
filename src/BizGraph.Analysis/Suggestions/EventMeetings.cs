using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Whom each one who comes to an event should talk to.</summary>
/// <param name="Attendee">Who comes.</param>
/// <param name="Meetings">Whom to talk to, the best first; strangers only.</param>
public sealed record EventPlan(Business Attendee, IReadOnlyList<Suggestion> Meetings);

/// <summary>"Who to meet at the next event".</summary>
public static class EventMeetings
{
    const int MostAsked = 2; // times as often asked for as asking: a sought one has only two ears

    /// <summary>A plan for each attendee, in the order given; the unknown and the closed are left out, and one that is named twice comes once.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="attendees">Who comes, 2 to 2,000.</param>
    /// <param name="each">Meetings for each at most, 1 to 20.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<EventPlan> Find(
        SuggestionModel model,
        IReadOnlyCollection<BusinessId> attendees,
        int each = 3,
        RunOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(attendees);
        Require.That(attendees.Count <= 2000, nameof(attendees), attendees.Count, "2,000 at most");
        Require.That(each is >= 1 and <= 20, nameof(each), each, "1 to 20");
        int[] nodes =
        [
            .. attendees
                .Select(id => model.Snapshot.Find(id)?.Id)
                .OfType<BusinessId>()
                .Select(model.Snapshot.NodeOf)
                .OfType<int>()
                .Distinct(),
        ];
        var query = new SuggestionQuery
        {
            Count = 6 * each,
            Among = [.. nodes.Select(node => model.Snapshot.BusinessOf(node).Id)],
            StrangersOnly = true,
        };
        var offered = BusinessSuggestions.ForNodes(model, nodes, query, options, cancellation);
        return
        [
            .. nodes.Zip(
                Share(model, nodes, offered, each),
                (node, list) => new EventPlan(model.Snapshot.BusinessOf(node), list)
            ),
        ];
    }

    // In rounds, those with the fewest ties first; nobody is sent to more than a few times as many as they look for themselves.
    static List<Suggestion>[] Share(
        SuggestionModel model,
        int[] nodes,
        IReadOnlyList<IReadOnlyList<Suggestion>> offered,
        int each
    )
    {
        var plans = nodes.Select(_ => new List<Suggestion>()).ToArray();
        var asked = new Dictionary<BusinessId, int>();
        int[] order =
        [
            .. Enumerable
                .Range(0, nodes.Length)
                .OrderBy(place => model.Snapshot.Degrees[nodes[place]])
                .ThenBy(place => nodes[place]),
        ];
        for (var round = 0; round < each; round++)
        {
            foreach (var place in order)
            {
                var next = offered[place]
                    .FirstOrDefault(suggestion =>
                        asked.GetValueOrDefault(suggestion.Whom.Id) < MostAsked * each
                        && plans[place].TrueForAll(planned => planned.Whom.Id != suggestion.Whom.Id)
                    );
                if (next is not null)
                {
                    plans[place].Add(next);
                    asked[next.Whom.Id] = asked.GetValueOrDefault(next.Whom.Id) + 1;
                }
            }
        }

        return plans;
    }
}
