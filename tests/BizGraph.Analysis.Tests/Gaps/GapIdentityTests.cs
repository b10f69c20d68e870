using BizGraph.Analysis.Gaps;
using BizGraph.Model;
using static BizGraph.Analysis.Tests.Gaps.DrawnTown;

namespace BizGraph.Analysis.Tests.Gaps;

public sealed class GapIdentityTests
{
    // Gaps of many kinds: an island, a barbell, a sole source, needs that nobody meets, a chain to a bank.
    static DrawnTown Town() =>
        new DrawnTown()
            .Clique("a", "b", "c", "d", "e")
            .Clique("v", "w", "x", "y", "z")
            .Ties("e-f f-g g-bank m-n")
            .WithAll("a b c", f => f with { Needs = ["packaging", "signs"] })
            .With("z", f => f with { Offers = ["packaging"] })
            .With("alone", f => f with { Offers = ["signs"] })
            .With("bank", f => f with { Kind = BusinessKind.Finance })
            .WithAll("v w x y z", f => f with { Tags = ["Craft"] })
            .Ties("a-g b-g c-g", RelationshipType.Supplies)
            .WithAll("a b c", f => f with { Industry = new Industry(Title: f.Name) });

    [Fact]
    public void The_same_network_in_another_order_has_the_same_gaps()
    {
        var expected = Town().Snapshot().Gaps.Select(Written).ToList();

        Assert.True(expected.Count >= 10, string.Join('\n', expected));
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(expected, Town().Snapshot(seed).Gaps.Select(Written));
        }
    }

    [Fact]
    public void Other_businesses_before_and_between_change_no_identity()
    {
        var known = Town().Snapshot().Gaps.Where(gap => gap.Kind != GapKind.FarFromCore).Select(gap => gap.Identity).ToList();

        // Nodes are numbered by id: these move all others.
        var now = Town().Ties("0-00 ee-eee").Snapshot().Gaps;

        Assert.All(known, identity => Assert.NotNull(now.Find(identity.ToString())));
    }

    [Fact]
    public void A_gap_is_found_again_after_its_business_was_merged_into_another()
    {
        var known = Town().Snapshot().Gaps.Single(gap => gap.Kind == GapKind.Isolated).Identity.ToString();
        var merged = Town2("single").Merged("single", "alone").Snapshot().Gaps;

        Assert.Equal("isolated:alone", known);
        Assert.Equal("isolated:single", merged.Find(known)!.Identity.ToString());

        static DrawnTown Town2(string id) => new DrawnTown().Ties("a-b").With(id);
    }

    [Fact]
    public void An_only_tie_is_found_again_when_merging_turns_the_order_of_its_ends()
    {
        var before = new DrawnTown().Ties("a-b b-c c-a c-d d-e e-f f-d").Gaps(GapKind.OnlyTie).Single().Identity.ToString();
        var after = new DrawnTown().Ties("a-b b-z z-a z-d d-e e-f f-d").Merged("z", "c").Snapshot().Gaps;

        Assert.Equal("only-tie:c+d", before);
        Assert.Equal("only-tie:d+z", after.Find(before)!.Identity.ToString());
    }

    [Fact]
    public void An_island_is_found_again_by_any_member_that_it_went_by()
    {
        var known = new DrawnTown().Ties("a-b b-c m-n").Gaps(GapKind.Island).Single().Identity.ToString();
        var grown = new DrawnTown().Ties("a-b b-c a-c a-d m-n l-m").Snapshot().Gaps;
        var joined = new DrawnTown().Ties("a-b b-c m-n a-n").Snapshot().Gaps;

        Assert.Equal("island:m", known);
        Assert.Equal("island:l", grown.Find(known)!.Identity.ToString());
        Assert.Null(joined.Find(known));
    }

    [Theory]
    [InlineData("a+b:c")]
    [InlineData("100 % Öko & Söhne/Bau@crm")]
    public void Any_id_survives_being_written_and_read(string id)
    {
        var gap = new NetworkSnapshot(1, [new Business(new BusinessId(id), new BusinessFacts())], []).Gaps.Single();

        Assert.Equal(gap.Identity, GapIdentity.Parse(gap.Identity.ToString()));
        Assert.Equal([id], GapIdentity.Parse(gap.Identity.ToString())!.Parts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("isolated")]
    [InlineData("unheard-of:a")]
    [InlineData("isolated:nobody")]
    [InlineData("isolated:")]
    public void What_is_no_gap_of_this_network_is_not_found(string identity) =>
        Assert.Null(Town().Snapshot().Gaps.Find(identity));

    [Fact]
    public void Thresholds_outside_their_ranges_are_refused_by_name()
    {
        var town = Town().Snapshot();

        foreach (
            var options in new[]
            {
                new GapOptions { FarSteps = 1 },
                new GapOptions { FewTiesShare = 1.1 },
                new GapOptions { LeastExpectedTies = double.NaN },
            }
        )
        {
            Assert.Contains(
                "expected",
                Assert.Throws<ArgumentException>(() => GapFinder.Find(town, options)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_search_that_nobody_waits_for_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() =>
            GapFinder.Find(Town().Snapshot(), cancellation: new CancellationToken(canceled: true))
        );

    static string Written(Gap gap) =>
        $"{gap.Identity} {Ids(gap.Businesses)} {string.Join(' ', gap.Evidence.Select(e => $"{e.Kind} {e.Value:R} {e.Text} {Ids(e.Businesses)}"))} {Next(gap)}";
}
