using BizGraph.Analysis.Suggestions;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Suggestions.DrawnTown;

namespace BizGraph.Analysis.Tests.Suggestions;

/// <summary>What is made for many at once: a week's introductions, round tables, an event.</summary>
public sealed class GroupTests
{
    static readonly NetworkSnapshot Villages = DrawnTown.Villages(5);
    static readonly SuggestionModel Model = SuggestionModel.Train(Villages);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nobody_is_flooded_no_pair_comes_twice_and_those_without_ties_are_first(int perBusiness)
    {
        var found = WeeklyIntroductions.Find(Model, perBusiness);

        Assert.All(
            found.SelectMany(s => new[] { s.For.Id, s.Whom.Id }).CountBy(id => id),
            of => Assert.InRange(of.Value, 1, perBusiness)
        );
        Assert.Equal(
            found.Count,
            found.Select(s => s.For.Id < s.Whom.Id ? (s.For.Id, s.Whom.Id) : (s.Whom.Id, s.For.Id)).Distinct().Count()
        );
        Assert.Equal(0, Villages.Degrees[Villages.NodeOf(found[0].For.Id)!.Value]);
        var isolated = Villages.Isolated().Select(business => business.Id).ToHashSet();
        Assert.Subset(found.SelectMany(s => new[] { s.For.Id, s.Whom.Id }).ToHashSet(), isolated);
    }

    [Fact]
    public void Introductions_are_between_strangers() =>
        Assert.All(
            WeeklyIntroductions.Find(Model, 3),
            s => Assert.DoesNotContain(Villages.RelationshipsOf(s.For.Id), tie => tie.From == s.Whom.Id || tie.To == s.Whom.Id)
        );

    [Fact]
    public void At_an_event_everyone_is_sent_to_attendees_they_do_not_know()
    {
        BusinessId[] attendees =
        [
            .. Villages.Businesses.Where(b => b.Id.Value.Contains("-02-", StringComparison.Ordinal)).Select(b => b.Id),
        ];
        var plans = EventMeetings.Find(Model, [.. attendees, attendees[0], Id("nobody")], each: 2);

        Assert.Equal(attendees, plans.Select(plan => plan.Attendee.Id));
        Assert.All(plans, plan => Assert.Equal(2, plan.Meetings.Select(meeting => meeting.Whom.Id).Distinct().Count()));
        Assert.All(plans.SelectMany(plan => plan.Meetings), meeting => Assert.Contains(meeting.Whom.Id, attendees));
        Assert.All(
            plans.SelectMany(plan => plan.Meetings).CountBy(meeting => meeting.Whom.Id),
            of => Assert.InRange(of.Value, 1, 4)
        );
    }

    [Fact]
    public void A_round_table_has_five_to_eight_with_one_question_and_no_competitors()
    {
        // Twenty look for bookkeeping, in their words; two in five are bakeries of one town, of whom one sits at a table.
        var town = Town(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    Shop(
                        $"b{number:00}",
                        facts =>
                            facts.Of(number % 5 < 2 ? "10710" : $"{20 + number}000", "Trade") with
                            {
                                Needs = [number % 2 == 0 ? "bookkeeping" : "Buchhaltung"],
                                NotWith = number == 2 ? ["b03"] : [],
                            }
                    )
                )
                .Append(Shop("other", facts => facts with { Needs = ["apprentices"] }))
        );
        var tables = RoundTables.Find(SuggestionModel.Train(town));

        Assert.NotEmpty(tables);
        foreach (var members in tables.Select(table => table.Members))
        {
            Assert.InRange(members.Count, 5, 8);
            Assert.InRange(members.Count(member => member.Facts.Industry!.Code == "10710"), 0, 1);
            Assert.False(members.Any(member => member.Id == Id("b02")) && members.Any(member => member.Id == Id("b03")));
            Assert.DoesNotContain(members, member => member.Id == Id("other"));
        }

        Assert.Equal(tables.Sum(table => table.Members.Count), tables.SelectMany(table => table.Members).Distinct().Count());
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WeeklyIntroductions.Find(Model, 0));
        Assert.Throws<ArgumentException>(() => EventMeetings.Find(Model, [], 21));
        Assert.Throws<ArgumentException>(() =>
            BusinessSuggestions.For(Model, Id("bakery-00-0"), new SuggestionQuery { Count = 0 })
        );
        Assert.Throws<ArgumentException>(() => SuggestionModel.Train(Villages, new SuggestionOptions { LeastTies = 0 }));
    }
}
