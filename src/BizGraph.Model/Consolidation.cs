namespace BizGraph.Model;

/// <summary>Claims to what is shown: the one place of the rules. Stores feed it the claims of the keys that changed.</summary>
/// <remarks>Pure functions of the claims that count: the order in which a store hands them over makes no difference.</remarks>
public static class Consolidation
{
    /// <summary>What is shown of a business: cell by cell the later finished import speaks, then the later row; an empty cell says nothing.</summary>
    /// <returns>Null where no claim counts.</returns>
    public static ConsolidatedBusiness? Business(BusinessId id, IReadOnlyList<CountingClaim<BusinessClaim>> claims)
    {
        if (claims.Count == 0)
        {
            return null;
        }

        var ordered = claims.OrderBy(c => c.Standing.Order).ThenBy(c => c.Claim.Position).Select(c => c.Claim.Said);
        var facts = ordered.Aggregate((older, newer) => newer.Over(older));
        var names = claims.Select(c => c.Claim.Said.Name).OfType<string>().Select(BusinessId.Normalize);
        return new ConsolidatedBusiness(new Business(id, facts), [.. names.Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Which ids mean one business.</summary>
    /// <param name="claims">Every counting match claim that has to do with them, in any order.</param>
    /// <returns>The groups of two ids or more, each in the order of its ids.</returns>
    public static IReadOnlyList<IReadOnlyList<BusinessId>> Groups(IEnumerable<CountingClaim<MatchClaim>> claims) =>
        MatchConsolidation.Groups(claims);

    /// <summary>What is shown of several ids that mean one business: the id that was given first, with what all of them say.</summary>
    /// <param name="members">All of its ids; a counting claim or tie names one at least.</param>
    public static Business Merged(IReadOnlyList<MergedMember> members)
    {
        var ordered = members
            .OrderBy(member => member.Given is null)
            .ThenBy(member => member.Given)
            .ThenBy(member => member.Id)
            .ToList();
        var id = ordered[0].Id;
        var facts =
            Business(id, [.. members.SelectMany(member => member.Claims)])?.Business.Facts
            ?? new BusinessFacts { Name = ordered.Select(member => member.NameInTies).FirstOrDefault(name => name is not null) };
        return new Business(id, facts, IsListed: members.Any(member => member.Claims.Count > 0))
        {
            OtherIds = [.. ordered.Skip(1).Where(member => member.Given is not null).Select(member => member.Id).Order()],
        };
    }

    /// <summary>The pairs that a person is to decide about: matching is unsure, and nobody said anything of them.</summary>
    /// <param name="claims">Every counting match claim.</param>
    /// <param name="shownAs">The id under which an id is shown; null where it is not.</param>
    /// <returns>The surest first.</returns>
    public static IReadOnlyList<MatchClaim> Questions(
        IEnumerable<CountingClaim<MatchClaim>> claims,
        Func<BusinessId, BusinessId?> shownAs
    ) =>
        [
            .. MatchConsolidation
                .Verdicts(claims)
                .Select(verdict => verdict.Claim)
                .Where(claim => claim.Verdict == MatchVerdict.Unsure)
                .Where(claim => shownAs(claim.One) is { } one && shownAs(claim.Other) is { } other && one != other)
                .OrderByDescending(claim => claim.Score)
                .ThenBy(claim => claim.Pair.Lesser)
                .ThenBy(claim => claim.Pair.Greater),
        ];

    /// <summary>The business that an end of a tie means: by id, then by any name it ever had in the same source.</summary>
    /// <param name="source">The source that names the end.</param>
    /// <param name="end">The end as written.</param>
    /// <param name="isListedId">Whether a row lists the business <see cref="BusinessId.From"/> that source and text.</param>
    /// <param name="named">The listed businesses of that source whose names include the text; two are enough.</param>
    /// <returns>Null where several fit. Where none fits, the business that the tie alone names.</returns>
    public static BusinessId? Resolve(string source, RelationshipEnd end, bool isListedId, IReadOnlyList<BusinessId> named) =>
        isListedId ? BusinessId.From(source, end.Text)
        : named.Count == 1 ? named[0]
        : named.Count > 1 ? null
        : end.IsId ? BusinessId.From(source, end.Text)
        : BusinessId.FromName(source, end.Text, locality: null);

    /// <summary>The ties shown between two businesses.</summary>
    /// <param name="claims">Every counting claim between the two, either way round.</param>
    public static ConsolidatedRelationships Relationships(IReadOnlyList<ResolvedRelationshipClaim> claims)
    {
        var result = new ConsolidatedRelationships();
        if (claims.Count == 1)
        {
            result.Shown.Add(RelationshipConsolidation.Single(claims[0]));
            return result;
        }

        foreach (var tie in claims.GroupBy(c => RelationshipKey.Of(c.From, c.To, c.Claim.Said)))
        {
            result.Shown.Add(RelationshipConsolidation.Of(tie.Key, tie, result));
        }

        return result;
    }
}

/// <summary>What gives a claim its rank among others.</summary>
/// <param name="Import">The number of its import.</param>
/// <param name="Source">Whose data it is.</param>
/// <param name="Order">When its import finished among all: higher is later.</param>
/// <param name="FileKey">The SHA-256 of its file: files of the same bytes are one.</param>
/// <param name="AllNew">Whether its events count even where another file has them.</param>
public sealed record ClaimStanding(int Import, string Source, long Order, string FileKey, bool AllNew);

/// <summary>A claim that counts, with its rank.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Standing">Its rank.</param>
public readonly record struct CountingClaim<TClaim>(TClaim Claim, ClaimStanding Standing)
    where TClaim : Claim;

/// <summary>An id that is one of several of the same business.</summary>
/// <param name="Id">The id.</param>
/// <param name="Claims">The counting claims that list it.</param>
/// <param name="Given">Where it was given first; null where no import that was not undone gave it: then it is as if it had never been.</param>
/// <param name="NameInTies">What ties call it, where no claim lists it and a counting tie names it.</param>
public sealed record MergedMember(
    BusinessId Id,
    IReadOnlyList<CountingClaim<BusinessClaim>> Claims,
    GivenPlace? Given,
    string? NameInTies = null
);

/// <summary>Where an import gave an id: a row lists it, or an end of a tie would mean it if nothing were listed.</summary>
/// <param name="Order">When the import finished among all. Whether it still counts makes no difference: an id stays the same when a full load replaces what gave it.</param>
/// <param name="InTies">Whether ties alone gave it: a list of the same import goes before.</param>
/// <param name="Position">The row that lists it; <see cref="ClaimPosition.Start"/> where ties alone gave it.</param>
public readonly record struct GivenPlace(long Order, bool InTies, ClaimPosition Position) : IComparable<GivenPlace>
{
    /// <inheritdoc/>
    public int CompareTo(GivenPlace other) => (Order, InTies, Position).CompareTo((other.Order, other.InTies, other.Position));

    /// <summary>The order in which ids were given.</summary>
    public static bool operator <(GivenPlace left, GivenPlace right) => left.CompareTo(right) < 0;

    /// <summary>The order in which ids were given.</summary>
    public static bool operator >(GivenPlace left, GivenPlace right) => left.CompareTo(right) > 0;

    /// <summary>The order in which ids were given.</summary>
    public static bool operator <=(GivenPlace left, GivenPlace right) => left.CompareTo(right) <= 0;

    /// <summary>The order in which ids were given.</summary>
    public static bool operator >=(GivenPlace left, GivenPlace right) => left.CompareTo(right) >= 0;
}

/// <summary>A claim of a tie that counts, with the businesses that its ends mean.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Standing">Its rank.</param>
/// <param name="From">The business of its first end.</param>
/// <param name="To">The business of its second end.</param>
public sealed record ResolvedRelationshipClaim(RelationshipClaim Claim, ClaimStanding Standing, BusinessId From, BusinessId To);

/// <summary>A business as it is shown.</summary>
/// <param name="Business">The business.</param>
/// <param name="Aliases">Every name it has or had, as <see cref="BusinessId.Normalize"/> writes it, in ordinal order: ties find it under each.</param>
public sealed record ConsolidatedBusiness(Business Business, IReadOnlyList<string> Aliases);

/// <summary>The ties between two businesses as they are shown, and the claims among them that an import's report speaks of.</summary>
public sealed class ConsolidatedRelationships
{
    /// <summary>One for each key.</summary>
    public List<Relationship> Shown { get; } = [];

    /// <summary>Events that another file, or the same document, has: they add nothing to what was known.</summary>
    public List<ResolvedRelationshipClaim> Known { get; } = [];

    /// <summary>Rows of a list that repeat an earlier row of their file: they do add.</summary>
    public List<ResolvedRelationshipClaim> Repeated { get; } = [];
}
