namespace BizGraph.Model.Tests;

/// <summary>The rules of design, each on claims drawn by hand; sums are shown where they are expected.</summary>
public sealed class ConsolidationTests
{
    static readonly BusinessId Mill = new("mill");
    static readonly BusinessId Bakery = new("bakery");
    static readonly DateOnly May = new(2025, 5, 1);

    [Fact]
    public void A_business_that_nothing_claims_is_not_shown() => Assert.Null(Consolidation.Business(Mill, []));

    [Fact]
    public void Cell_by_cell_the_later_import_speaks_then_the_later_row_and_an_empty_cell_says_nothing()
    {
        var shown = Consolidation.Business(
            Mill,
            [
                Said(order: 2, row: 9, new BusinessFacts { Name = "New Mill", Employees = 5 }),
                Said(
                    order: 1,
                    row: 99,
                    new BusinessFacts
                    {
                        Name = "Mill",
                        Founded = 1900,
                        Employees = 4,
                    }
                ),
                Said(
                    order: 2,
                    row: 8,
                    new BusinessFacts
                    {
                        Name = "Newish Mill",
                        Phone = "1",
                        Employees = 6,
                    }
                ),
            ]
        )!;

        Assert.Equal(
            ("New Mill", 5, 1900, "1"),
            (shown.Business.Name, shown.Business.Facts.Employees, shown.Business.Facts.Founded, shown.Business.Facts.Phone)
        );
        Assert.Equal(["mill", "new mill", "newish mill"], shown.Aliases);
    }

    [Fact]
    public void An_amount_stays_with_its_currency_and_its_period()
    {
        var money = Consolidation
            .Business(
                Mill,
                [
                    Said(order: 1, row: 2, new BusinessFacts { Spend = 1000, Currency = "EUR" }),
                    Said(order: 2, row: 2, new BusinessFacts { Turnover = 500, Currency = "GBP" }),
                ]
            )!
            .Business.Facts;
        Assert.Equal((null, 500m, "GBP"), (money.Spend, money.Turnover, money.Currency));

        // The newer list knows of a tie since 2019 that goes on; the ledger's amount covers another time.
        var since = new DateOnly(2019, 1, 1);
        var listed = Claimed(2, "default", "list", false, new() { Type = RelationshipType.Supplies, Since = since }, null);
        var tie = Consolidation.Relationships([Paid(1, "x", 100, May), listed]).Shown.Single().Facts;
        Assert.Equal((null, since, null), (tie.Amount, tie.Since, tie.Until));
    }

    [Fact]
    public void An_end_is_found_by_id_before_any_name()
    {
        var end = new RelationshipEnd("mill", IsId: false);

        Assert.Equal(Mill, Consolidation.Resolve("default", end, isListedId: true, [Bakery]));
        Assert.Equal(Bakery, Consolidation.Resolve("default", end, isListedId: false, [Bakery]));
        Assert.Null(Consolidation.Resolve("default", end, isListedId: false, [Bakery, Mill]));
        Assert.Equal(new BusinessId("~mill"), Consolidation.Resolve("default", end, isListedId: false, []));
        Assert.Equal(Mill, Consolidation.Resolve("default", end with { IsId = true }, isListedId: false, []));
    }

    [Fact]
    public void Events_without_day_or_document_count_in_each_file_unless_the_bytes_are_the_same()
    {
        var claims = new[] { Paid(1, "x", 10), Paid(1, "x", 10), Paid(2, "y", 10), Paid(3, "x", 10), Paid(3, "x", 10) };

        var result = Consolidation.Relationships(claims);

        // Twice in x, once in y; the file of import 3 has the bytes of x: 10 + 10 + 10.
        Assert.Equal((30m, 3d), (result.Shown.Single().Facts.Amount, result.Shown.Single().Weight));
        Assert.Equal(2, result.Known.Count);
    }

    [Fact]
    public void An_event_with_a_day_counts_as_often_as_in_the_file_that_has_it_most_often()
    {
        var claims = new[] { Paid(1, "x", 10, May), Paid(2, "y", 10, May), Paid(2, "y", 10, May), Paid(2, "y", 11, May) };

        // Once in x, twice in y, and another of 11: 10 + 10 + 11.
        Assert.Equal(31, Consolidation.Relationships(claims).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void An_exact_repeat_with_its_own_document_number_counts_once()
    {
        var claims = new[] { Paid(1, "x", 10, May, "INV-7"), Paid(1, "x", 10, May, "INV-7"), Paid(1, "x", 12, May, "INV-7") };

        // The line of 12 is another line of the same invoice: 10 + 12.
        Assert.Equal(22, Consolidation.Relationships(claims).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void An_event_with_a_document_counts_once_as_the_newest_file_says_it()
    {
        var claims = new[]
        {
            Paid(1, "x", 10, May, "INV-7"),
            Paid(1, "x", 12, May, "INV-7"),
            Paid(1, "x", 1, May, "INV-8"),
            Paid(2, "y", 15, May, "INV-7"),
            Paid(2, "y", 12, May, "INV-7"),
            Paid(2, "y", 9, May.AddDays(1), "INV-7"),
        };

        var result = Consolidation.Relationships(claims);

        // The line of 10 is 15 now, that of 12 stands; INV-8 is as it was, and that of the next day is another: 15 + 12 + 1 + 9.
        Assert.Equal((37m, 4d), (result.Shown.Single().Facts.Amount, result.Shown.Single().Weight));
        // What file y has and x had: the line of 12.
        Assert.Equal(12, result.Known.Single(row => row.Standing.Import == 2).Claim.Said.Amount);
        Assert.Equal(23, Consolidation.Relationships(claims[..3]).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void What_is_declared_all_new_counts_although_it_is_known()
    {
        var claims = new[] { Paid(1, "x", 10, May), Paid(2, "y", 10, May, allNew: true) };

        Assert.Equal(20, Consolidation.Relationships(claims).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void Credits_net_off()
    {
        var claims = new[] { Paid(1, "x", 10, May), Paid(1, "x", -4, May) };

        Assert.Equal(6, Consolidation.Relationships(claims).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void Across_sources_the_surest_speaks_then_the_newest_and_they_are_not_added()
    {
        var claims = new[]
        {
            Listed(order: 1, "crm", amount: 100, confidence: 0.9),
            Listed(order: 2, "survey", amount: 40, confidence: 0.5),
            Listed(order: 3, "guess", amount: 70, confidence: 0.5),
        };

        Assert.Equal(100, Consolidation.Relationships(claims).Shown.Single().Facts.Amount);
        Assert.Equal(70, Consolidation.Relationships(claims[1..]).Shown.Single().Facts.Amount);
    }

    [Fact]
    public void Currencies_and_kinds_are_ties_of_their_own()
    {
        var pounds = Listed(1, "a", amount: 1);
        var euros = pounds with { Claim = pounds.Claim with { Said = pounds.Claim.Said with { Currency = "EUR" } } };
        var milled = pounds with { Claim = pounds.Claim with { Said = pounds.Claim.Said with { Kind = "milling" } } };

        Assert.Equal(3, Consolidation.Relationships([pounds, euros, milled]).Shown.Count);
    }

    [Fact]
    public void The_order_in_which_claims_are_handed_over_makes_no_difference()
    {
        var random = new Random(1);
        var claims = Enumerable
            .Range(0, 30)
            .Select(i =>
                i % 2 == 0
                    ? Paid(random.Next(1, 5), $"f{random.Next(3)}", random.Next(3), random.Next(2) == 0 ? May : null) with
                    { }
                    : Listed(random.Next(1, 5), $"s{random.Next(2)}", random.Next(3), random.Next(3) / 2d)
            )
            .Select((c, i) => c with { Claim = c.Claim with { Position = new ClaimPosition(0, i + 2) } })
            .ToArray();
        var once = Consolidation.Relationships(claims).Shown.Single().Facts;

        for (var round = 0; round < 100; round++)
        {
            random.Shuffle(claims);
            Assert.Equal(once, Consolidation.Relationships(claims).Shown.Single().Facts);
        }
    }

    static CountingClaim<BusinessClaim> Said(long order, long row, BusinessFacts facts) =>
        new(
            new BusinessClaim(new ClaimPosition(0, row), Mill, facts),
            new ClaimStanding((int)order, "default", order, $"file{order}", AllNew: false)
        );

    static ResolvedRelationshipClaim Paid(
        int import,
        string bytes,
        decimal amount,
        DateOnly? day = null,
        string? document = null,
        bool allNew = false
    ) =>
        Claimed(
            import,
            "default",
            bytes,
            allNew,
            new() { Type = RelationshipType.Supplies, Amount = amount },
            new(day, document)
        );

    static ResolvedRelationshipClaim Listed(int order, string source, decimal amount, double? confidence = null) =>
        Claimed(
            order,
            source,
            $"list{order}",
            allNew: false,
            new()
            {
                Type = RelationshipType.Supplies,
                Amount = amount,
                Confidence = confidence,
            },
            happened: null
        );

    static ResolvedRelationshipClaim Claimed(
        int import,
        string source,
        string bytes,
        bool allNew,
        RelationshipFacts said,
        RelationshipEvent? happened
    ) =>
        new(
            new RelationshipClaim(new ClaimPosition(0, 2), default, default, said, happened),
            new ClaimStanding(import, source, import, bytes, allNew),
            Mill,
            Bakery
        );
}
