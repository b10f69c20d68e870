using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>What claims come to, worked out plainly: all of them at once, in memory, each rule in one line. The oracle for stores, which work on what changed.</summary>
sealed class PlainNetwork
{
    readonly Dictionary<BusinessId, ConsolidatedBusiness> _listed;
    readonly Dictionary<BusinessId, List<CountingClaim<BusinessClaim>>> _claims;
    readonly Dictionary<BusinessId, IReadOnlyList<BusinessId>> _groupOf;
    readonly ILookup<(string Source, string Name), BusinessId> _named;
    readonly Dictionary<BusinessId, GivenPlace> _given;

    /// <param name="files">The files whose imports count, the earliest finished first; each was an import of its own.</param>
    public PlainNetwork(IEnumerable<ClaimFile> files)
        : this([.. files.Select(file => (file, true))]) { }

    /// <param name="files">The files whose imports finished and were not undone, the earliest first, and whether they count.</param>
    public PlainNetwork(IReadOnlyList<(ClaimFile File, bool Counts)> files)
    {
        var all = files
            .SelectMany(
                (file, i) => file.File.Claims().Select(claim => (file.Counts, Standing: StandingOf(file.File, i), Claim: claim))
            )
            .ToList();
        _given = all.SelectMany(c => GivenBy(c.Claim, c.Standing))
            .GroupBy(given => given.Id, given => given.Place)
            .ToDictionary(given => given.Key, given => given.Min());
        var claims = all.FindAll(c => c.Counts);
        _claims = claims
            .Where(c => c.Claim is BusinessClaim)
            .GroupBy(
                c => ((BusinessClaim)c.Claim).Business,
                c => new CountingClaim<BusinessClaim>((BusinessClaim)c.Claim, c.Standing)
            )
            .ToDictionary(g => g.Key, g => g.ToList());
        _listed = _claims.ToDictionary(c => c.Key, c => Consolidation.Business(c.Key, c.Value)!);
        _named = _claims
            .SelectMany(c => _listed[c.Key].Aliases.Select(name => (Key: (c.Value[0].Standing.Source, name), Id: c.Key)))
            .ToLookup(alias => alias.Key, alias => alias.Id);
        _groupOf = Consolidation
            .Groups(
                claims
                    .Where(c => c.Claim is MatchClaim)
                    .Select(c => new CountingClaim<MatchClaim>((MatchClaim)c.Claim, c.Standing))
            )
            .SelectMany(group => group.Select(id => (id, group)))
            .ToDictionary(g => g.id, g => g.group);

        var ties = claims
            .Where(c => c.Claim is RelationshipClaim)
            .Select(c => (c.Standing, Claim: (RelationshipClaim)c.Claim))
            .ToList();
        var inTies = ties.SelectMany(t => new[] { (t.Standing.Source, End: t.Claim.From), (t.Standing.Source, End: t.Claim.To) })
            .Select(end => (Id: Resolve(end.Source, end.End), end.End.Text))
            .Where(end => end.Id is { } id && !_listed.ContainsKey(id))
            .GroupBy(end => end.Id!.Value, end => end.Text)
            .ToDictionary(end => end.Key, end => end.Min(StringComparer.Ordinal)!);
        var shown = _listed
            .Keys.Concat(inTies.Keys)
            .GroupBy(id => _groupOf.GetValueOrDefault(id) is { } group ? group[0] : id)
            .Select(group => Show([.. group], inTies))
            .ToList();
        Businesses = shown;
        var headOf = shown.SelectMany(b => b.OtherIds.Append(b.Id).Select(id => (id, b.Id))).ToDictionary();
        Relationships =
        [
            .. ties.Select(t =>
                    (
                        t.Claim,
                        t.Standing,
                        From: Resolve(t.Standing.Source, t.Claim.From),
                        To: Resolve(t.Standing.Source, t.Claim.To)
                    )
                )
                .Where(t => t.From is not null && t.To is not null)
                .Select(t => new ResolvedRelationshipClaim(t.Claim, t.Standing, headOf[t.From!.Value], headOf[t.To!.Value]))
                .GroupBy(t => t.From <= t.To ? (t.From, t.To) : (t.To, t.From))
                .SelectMany(pair => Consolidation.Relationships([.. pair]).Shown),
        ];
    }

    /// <summary>All ids that mean the business of one.</summary>
    public IReadOnlyList<BusinessId> IdsOf(BusinessId id) => _groupOf.GetValueOrDefault(id, [id]);

    public IReadOnlyList<Business> Businesses { get; }

    public IReadOnlyList<Relationship> Relationships { get; }

    static IEnumerable<(BusinessId Id, GivenPlace Place)> GivenBy(Claim claim, ClaimStanding standing) =>
        claim switch
        {
            BusinessClaim business => [(business.Business, new(standing.Order, InTies: false, business.Position))],
            RelationshipClaim tie =>
            [
                .. new[] { tie.From, tie.To }.Select(end =>
                    (
                        end.IsId
                            ? BusinessId.From(standing.Source, end.Text)
                            : BusinessId.FromName(standing.Source, end.Text, locality: null),
                        new GivenPlace(standing.Order, InTies: true, ClaimPosition.Start)
                    )
                ),
            ],
            _ => [],
        };

    Business Show(List<BusinessId> ids, Dictionary<BusinessId, string> inTies) =>
        ids.Count == 1 && !_groupOf.ContainsKey(ids[0]) && _listed.TryGetValue(ids[0], out var one)
            ? one.Business
            : Consolidation.Merged([
                .. _groupOf
                    .GetValueOrDefault(ids[0], ids)
                    .Select(id => new MergedMember(
                        id,
                        _claims.GetValueOrDefault(id, []),
                        _given.TryGetValue(id, out var given) ? given : null,
                        inTies.GetValueOrDefault(id)
                    )),
            ]);

    /// <summary>The business that an end means.</summary>
    public BusinessId? Resolve(string source, RelationshipEnd end)
    {
        var named = _named[(source, BusinessId.Normalize(end.Text))]
            .GroupBy(id => _groupOf.GetValueOrDefault(id) is { } group ? group[0] : id)
            .Select(group => group.Min())
            .ToList();
        return Consolidation.Resolve(source, end, _listed.ContainsKey(BusinessId.From(source, end.Text)), named);
    }

    static ClaimStanding StandingOf(ClaimFile file, int order) =>
        new(order, file.Source, order, file.Identity.Sha256, AllNew: false);
}
