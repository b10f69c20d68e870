using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Young businesses without a mentor, and the experienced ones without a mentee who could be it.</summary>
/// <remarks>
/// Formal mentoring is a tie of the type <see cref="RelationshipType.Mentors"/>, whatever word people have for it; informal is a tie of another type whose word
/// speaks of advice. Either is enough. Who could mentor is old enough and employs no fewer people; of one division of industry, else of one network, else of one
/// locality. Youngest first.
/// </remarks>
static class Mentoring
{
    const int MostMentors = 3; // named for each young business
    const int MostLookedAt = 200; // of each circle

    static readonly string[] AdviceWords = ["mentor", "advi", "coach", "berat", "rat und"];

    public static IEnumerable<Gap> Find(GapGround ground)
    {
        if (ground.AsOf is not { } day)
        {
            return [];
        }

        var (mentored, mentoring) = Mentored(ground);
        var circles = Circles(ground, mentoring);
        var found = Enumerable
            .Range(0, ground.NodeCount)
            .Where(node =>
                ground.IsBusiness(node)
                && ground[node].Facts.Founded >= day.Year - ground.Options.YoungYears
                && !mentored[node]
                && !Matchmaking.Refuses(ground[node], RelationshipType.Mentors)
            )
            .Select(node => (Node: node, Mentors: MentorsFor(ground, node, circles)))
            .OrderByDescending(young => ground[young.Node].Facts.Founded)
            .ToList();
        var withoutMentee = found
            .SelectMany(young => young.Mentors.Select(mentor => (Mentor: mentor, young.Node)))
            .Where(pair => mentoring[pair.Mentor] == 0 && ground.IsBusiness(pair.Mentor))
            .GroupBy(pair => pair.Mentor, pair => pair.Node);
        return found
            .Select(young => NoMentor(ground, young.Node, young.Mentors, day.Year))
            .Concat(withoutMentee.Select(pairs => NoMentee(ground, pairs.Key, [.. pairs], day.Year)));
    }

    static (bool[] Mentored, int[] Mentoring) Mentored(GapGround ground)
    {
        var (mentored, mentoring) = (new bool[ground.NodeCount], new int[ground.NodeCount]);
        foreach (var (from, to, tie) in ground.LiveTies)
        {
            if (tie.Type == RelationshipType.Mentors)
            {
                mentored[to] = true;
                mentoring[from]++;
            }
            else if (tie.Key.Kind is { } kind && AdviceWords.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                // An informal tie without direction: the younger end is the advised one.
                var isToOlder = ground[to].Facts.Founded < ground[from].Facts.Founded && !tie.Key.IsDirected;
                mentored[isToOlder ? from : to] = true;
                mentoring[isToOlder ? to : from]++;
            }
        }

        return (mentored, mentoring);
    }

    // Those with a year of founding, by what they share: the fewest mentees first, then the best connected.
    static ILookup<string, int> Circles(GapGround ground, int[] mentoring) =>
        Enumerable
            .Range(0, ground.NodeCount)
            .Where(node => ground[node].Facts.Founded is not null)
            .OrderBy(node => mentoring[node])
            .ThenByDescending(ground.Contacts)
            .SelectMany(node => CirclesOf(ground[node]).Select(circle => (circle, node)))
            .ToLookup(pair => pair.circle, pair => pair.node);

    // The closest first.
    static IEnumerable<string> CirclesOf(Business business) =>
        new[] { Trades.DivisionOf(business) is { } division ? $"division {division}" : null }
            .Concat(business.Facts.Networks.Select(network => $"network {BusinessId.Normalize(network)}"))
            .Append(business.Facts.Place?.Locality is { } locality ? $"locality {BusinessId.Normalize(locality)}" : null)
            .OfType<string>();

    static List<int> MentorsFor(GapGround ground, int young, ILookup<string, int> circles) =>
        [
            .. CirclesOf(ground[young])
                .SelectMany(circle => circles[circle].Take(MostLookedAt))
                .Where(other => IsExperienced(ground, young, ground[other]))
                .Distinct()
                .Take(MostMentors),
        ];

    static bool IsExperienced(GapGround ground, int young, Business other)
    {
        var facts = ground[young].Facts;
        return other.Facts.Founded <= facts.Founded - ground.Options.ExperienceYears
            && !(other.Facts.Employees < facts.Employees)
            && other.Kind is BusinessKind.Business or BusinessKind.Education or BusinessKind.Nonprofit
            && !Matchmaking.RuleOut(ground[young], other)
            && !Matchmaking.Refuses(other, RelationshipType.Mentors);
    }

    static Gap NoMentor(GapGround ground, int young, List<int> mentors, int year)
    {
        int? known = ground
            .Graph.OutNeighbors(young)
            .ToArray()
            .Where(other => IsExperienced(ground, young, ground[other]))
            .Cast<int?>()
            .FirstOrDefault();
        var action =
            known is { } contact ? new GapAction(GapActionKind.AskForAdvice, ground.All(young, contact))
            : mentors.Count > 0 ? new GapAction(GapActionKind.AskToMentor, ground.All(young, mentors[0]))
            : new GapAction(GapActionKind.Invite, ground.All(young));
        return new Gap(
            GapIdentity.Of(GapKind.NoMentor, ground[young]),
            ground.All(young),
            [.. Experience(ground[young], year), GapEvidence.Of(EvidenceKind.PossibleMentors, ground.All(mentors))],
            action
        );
    }

    static Gap NoMentee(GapGround ground, int mentor, int[] young, int year) =>
        new(
            GapIdentity.Of(GapKind.NoMentee, ground[mentor]),
            ground.All(mentor),
            [.. Experience(ground[mentor], year), GapEvidence.Of(EvidenceKind.PossibleMentees, ground.All(young))],
            new GapAction(GapActionKind.AskToMentor, ground.All(young[0], mentor))
        );

    static IEnumerable<GapEvidence> Experience(Business business, int year)
    {
        yield return GapEvidence.Count(EvidenceKind.Age, year - business.Facts.Founded!.Value, EvidenceUnit.Years);
        if (business.Facts.Employees is { } people)
        {
            yield return GapEvidence.Count(EvidenceKind.Employees, people, EvidenceUnit.People);
        }
    }
}
