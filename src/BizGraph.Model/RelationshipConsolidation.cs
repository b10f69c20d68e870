namespace BizGraph.Model;

/// <summary>How the claims of one tie become one: rows add up within what one source says once, sources do not.</summary>
static class RelationshipConsolidation
{
    /// <summary>The tie of a single claim: what <see cref="Of"/> makes of it, without a list and an enumerator for each sum.</summary>
    public static Relationship Single(ResolvedRelationshipClaim claim)
    {
        var said = claim.Claim.Said;
        return new Relationship(
            RelationshipKey.Of(claim.From, claim.To, said),
            said with
            {
                Weight = said.Weight ?? 1,
                Since = said.Since ?? claim.Claim.Event?.Date,
                Until = LastDay(claim),
            }
        );
    }

    /// <summary>The tie of all claims of one key. Across sources, and between a source's lists and its ledgers, the surest speaks, then the newest; they are not added.</summary>
    public static Relationship Of(
        RelationshipKey key,
        IEnumerable<ResolvedRelationshipClaim> claims,
        ConsolidatedRelationships result
    )
    {
        var accounts = claims
            .OrderBy(c => c.Standing.Order)
            .ThenBy(c => c.Claim.Position)
            .GroupBy(c => (c.Standing.Source, IsEvent: c.Claim.Event is not null))
            .Select(account => account.Key.IsEvent ? Events(account, result) : NewestList(account, result))
            .Select(counted => (Facts: AddUp(counted), Newest: counted[^1]))
            .OrderBy(account => account.Facts.Confidence ?? 1)
            .ThenBy(account => account.Newest.Standing.Order)
            .ThenBy(account => account.Newest.Claim.Position)
            .Select(account => account.Facts);
        return new Relationship(key, accounts.Aggregate((older, newer) => newer.Over(older)));
    }

    /// <summary>A list says what is: within one source, the newest file that names the tie speaks alone.</summary>
    static List<ResolvedRelationshipClaim> NewestList(
        IEnumerable<ResolvedRelationshipClaim> rows,
        ConsolidatedRelationships result
    )
    {
        var ordered = rows.ToList();
        var newest = ordered[^1];
        var counted = ordered.FindAll(row =>
            row.Standing.Order == newest.Standing.Order && row.Claim.Position.File == newest.Claim.Position.File
        );
        var said = new HashSet<(BusinessId, RelationshipFacts, string)>();
        result.Repeated.AddRange(counted.Where(row => !said.Add(Wording(row))));
        return counted;
    }

    /// <summary>A ledger says what happened: its rows add up across files, but one event counts once however many files have it.</summary>
    static List<ResolvedRelationshipClaim> Events(IEnumerable<ResolvedRelationshipClaim> rows, ConsolidatedRelationships result)
    {
        var counted = new List<ResolvedRelationshipClaim>();
        foreach (var same in rows.GroupBy(EventIdentity.Of))
        {
            var (rowsCounted, rowsKnown) = same.Key.Count(same.ToList());
            counted.AddRange(rowsCounted);
            result.Known.AddRange(rowsKnown);
        }

        counted.Sort(
            (a, b) =>
                a.Standing.Order != b.Standing.Order
                    ? a.Standing.Order.CompareTo(b.Standing.Order)
                    : a.Claim.Position.CompareTo(b.Claim.Position)
        );
        return counted;
    }

    /// <summary>Weights and amounts added; first and last day; of everything else the newest word.</summary>
    static RelationshipFacts AddUp(List<ResolvedRelationshipClaim> ordered)
    {
        var facts = ordered[0].Claim.Said;
        for (var i = 1; i < ordered.Count; i++)
        {
            facts = ordered[i].Claim.Said.Over(facts);
        }

        return facts with
        {
            Weight = ordered.Sum(c => c.Claim.Said.Weight ?? 1),
            Amount = ordered.Any(c => c.Claim.Said.Amount is not null) ? ordered.Sum(c => c.Claim.Said.Amount ?? 0) : null,
            Since = ordered.Min(c => c.Claim.Said.Since ?? c.Claim.Event?.Date),
            // The row of a list that names no last day goes on, and with it the tie; an event is over on its day.
            Until = ordered.All(c => c.Claim.Event is not null || c.Claim.Said.Until is not null) ? ordered.Max(LastDay) : null,
        };
    }

    static DateOnly? LastDay(ResolvedRelationshipClaim claim) => claim.Claim.Said.Until ?? claim.Claim.Event?.Date;

    // Dictionaries compare by reference, so the attributes are written out.
    static (BusinessId From, RelationshipFacts Said, string Attributes) Wording(ResolvedRelationshipClaim row) =>
        (
            row.From,
            row.Claim.Said with
            {
                Attributes = BusinessFacts.NoAttributes,
            },
            string.Join('\u001e', row.Claim.Said.Attributes.Select(a => a.Key + '\u001f' + a.Value))
        );
}
