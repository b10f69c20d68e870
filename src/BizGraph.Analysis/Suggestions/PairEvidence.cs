using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>The evidence for ties of one type, as a row of numbers; NaN where nothing is known.</summary>
/// <remarks>Where the type has no direction, what differs between the two ends enters as a sum and a difference, so that a pair is one row either way round.</remarks>
sealed class PairEvidence
{
    readonly RelationshipType _type;
    readonly bool _isDirected;
    readonly RelationshipType[] _others;
    readonly IReadOnlyList<Column> _columns;
    readonly double[][] _numbers; // of the columns that have them

    public PairEvidence(Traits traits, TieTable ties, RelationshipType type)
    {
        (_type, _isDirected, _columns) = (type, ties.IsDirected[(int)type], traits.Columns);
        _others = [.. RelationshipTypes.All.Where(other => other != type && ties.Of(other).Length > 0)];
        var numeric = _columns.Where(column => column.Number is not null).ToArray();
        _numbers = [.. numeric.Select(column => column.Number!)];
        Kinds =
        [
            .. Enum.GetValues<EvidenceKind>()
                .Where(kind =>
                    kind < EvidenceKind.OtherTie || (kind > EvidenceKind.OtherTieBack && kind < EvidenceKind.ColumnAffinity)
                )
                .Select(kind => new Evidence(kind)),
            .. _others.Select(other => new Evidence(EvidenceKind.OtherTie, other)),
            .. _others.Select(other => new Evidence(EvidenceKind.OtherTieBack, other)),
            .. _columns.Select(column => new Evidence(EvidenceKind.ColumnAffinity, Column: column.Name)),
            .. numeric.Select(column => new Evidence(EvidenceKind.ColumnCloseness, Column: column.Name)),
            .. numeric.Select(column => new Evidence(EvidenceKind.ColumnDifference, Column: column.Name)),
        ];
    }

    /// <summary>What each number of a row is.</summary>
    public IReadOnlyList<Evidence> Kinds { get; }

    /// <summary>Whether a number grows without bound, and its logarithm says more.</summary>
    public static bool IsHeavy(EvidenceKind kind) =>
        kind
            is EvidenceKind.CommonNeighbors
                or EvidenceKind.AdamicAdar
                or EvidenceKind.ResourceAllocation
                or EvidenceKind.ThreeSteps
                or EvidenceKind.Jaccard
                or EvidenceKind.Chain
                or EvidenceKind.ChainBack
                or EvidenceKind.SharedSources
                or EvidenceKind.SharedTargets
                or EvidenceKind.TypedThreeSteps;

    /// <summary>Whether evidence is of what the two are, and not of who is tied to them.</summary>
    public static bool IsAttribute(EvidenceKind kind) =>
        kind >= EvidenceKind.OffersMeetNeeds && kind != EvidenceKind.BoughtBefore;

    /// <summary>Fills a row for the scanned node and another one; who is the start is the scan's to say.</summary>
    public void Fill(PairScan scan, int other, Span<double> row)
    {
        var (context, node) = (scan.Context, scan.Node);
        var (from, to) = scan.IsFrom ? (node, other) : (other, node);
        FillSurroundings(scan, other, row);
        FillDegrees(scan, from, to, row);
        FillTraits(scan, from, to, row);
        var at = (int)EvidenceKind.ColumnAffinity - 2; // the two of other ties stand behind the single ones
        foreach (var type in _others)
        {
            var (ahead, back) = (scan.HasTie(type, other), scan.HasTieFrom(type, other));
            (ahead, back) = scan.IsFrom ? (ahead, back) : (back, ahead);
            row[at] = Flag(ahead || (back && !_isDirected));
            row[at + _others.Length] = Flag(back && _isDirected);
            at++;
        }

        FillColumns(context.Of(_type), from, to, row[(at + _others.Length)..]);
    }

    static void FillSurroundings(PairScan scan, int other, Span<double> row)
    {
        ref readonly var between = ref scan.Between(other);
        row[At(EvidenceKind.CommonNeighbors)] = between.Common;
        row[At(EvidenceKind.Jaccard)] = between.Jaccard;
        row[At(EvidenceKind.AdamicAdar)] = between.AdamicAdar;
        row[At(EvidenceKind.ResourceAllocation)] = between.Allocation;
        row[At(EvidenceKind.ThreeSteps)] = between.ThreeSteps;
        row[At(EvidenceKind.IsTwoStepsAway)] = Flag(between.Common > 0);
        row[At(EvidenceKind.IsThreeStepsAway)] = Flag(between.Common > 0 || between.ThreeSteps > 0);
        row[At(EvidenceKind.Chain)] = scan.Chain[other];
        row[At(EvidenceKind.ChainBack)] = scan.ChainBack[other];
        row[At(EvidenceKind.SharedTargets)] = scan.IsFrom ? scan.Ahead[other] : scan.Behind[other];
        row[At(EvidenceKind.SharedSources)] = scan.IsFrom ? scan.Behind[other] : scan.Ahead[other];
        row[At(EvidenceKind.TypedThreeSteps)] = scan.TypedThreeSteps(other);
    }

    void FillDegrees(PairScan scan, int from, int to, Span<double> row)
    {
        var (context, typed) = (scan.Context, scan.Context.Of(_type));
        var other = scan.IsFrom ? to : from;
        row[At(EvidenceKind.TieBack)] = Flag(
            _isDirected && (scan.IsFrom ? scan.HasTieFrom(_type, other) : scan.HasTie(_type, other))
        );
        var (fromOut, toIn) = (typed.OutLogs[from], typed.InLogs[to]);
        var (fromAll, toAll) = (context.DegreeLogs[from], context.DegreeLogs[to]);
        row[At(EvidenceKind.FromOut)] = _isDirected ? fromOut : fromOut + toIn;
        row[At(EvidenceKind.ToIn)] = _isDirected ? toIn : Math.Abs(fromOut - toIn);
        row[At(EvidenceKind.FromIn)] = _isDirected ? typed.InLogs[from] : 0;
        row[At(EvidenceKind.ToOut)] = _isDirected ? typed.OutLogs[to] : 0;
        row[At(EvidenceKind.FromDegree)] = _isDirected ? fromAll : fromAll + toAll;
        row[At(EvidenceKind.ToDegree)] = _isDirected ? toAll : Math.Abs(fromAll - toAll);
        var (hasOut, hasIn) = (Flag(fromOut > 0), Flag(toIn > 0));
        row[At(EvidenceKind.FromHasOut)] = _isDirected ? hasOut : hasOut + hasIn;
        row[At(EvidenceKind.ToHasIn)] = _isDirected ? hasIn : hasOut * hasIn;
        row[At(EvidenceKind.SameCommunity)] = Flag(context.Communities[from] == context.Communities[to]);
        row[At(EvidenceKind.CommunityAffinity)] = typed.Communities.Between(from, to);
    }

    void FillTraits(PairScan scan, int from, int to, Span<double> row)
    {
        var (context, other) = (scan.Context, scan.IsFrom ? to : from);
        var traits = context.Traits;
        var (seller, buyer, typed) = (context.Trade[from], context.Trade[to], context.Of(_type));
        var (offers, needs) = scan.IsFrom ? (scan.Offers[other], scan.Needs[other]) : (scan.Needs[other], scan.Offers[other]);
        row[At(EvidenceKind.OffersMeetNeeds)] = _isDirected ? offers : offers + needs;
        row[At(EvidenceKind.NeedsMetByOffers)] = _isDirected ? needs : offers * needs;
        row[At(EvidenceKind.IndustryPurchases)] = Purchases(traits, seller, buyer);
        row[At(EvidenceKind.IndustryAffinity)] = typed.Trades.Between(from, to);
        row[At(EvidenceKind.BoughtBefore)] = Bought(typed, from, to, seller, buyer);
        ref readonly var facts = ref scan.With(other);
        row[At(EvidenceKind.SameIndustry)] = facts.SameIndustry;
        row[At(EvidenceKind.Nearness)] = facts.Nearness;
        row[At(EvidenceKind.SameLocality)] = facts.SameLocality;
        row[At(EvidenceKind.SharedTags)] = facts.Tags;
        row[At(EvidenceKind.SharedNetworks)] = facts.Networks;
        row[At(EvidenceKind.PostalArea)] = facts.PostalArea;
        var (fromName, toName) = (typed.Names.Starts[from], typed.Names.Ends[to]);
        row[At(EvidenceKind.FromName)] = _isDirected ? fromName : fromName + toName;
        row[At(EvidenceKind.ToName)] = _isDirected ? toName : Math.Abs(fromName - toName);
        row[At(EvidenceKind.NamesTied)] = typed.Names.Between(from, to);
    }

    double Purchases(Traits traits, Trade seller, Trade buyer)
    {
        if (seller.Sector < 0 || buyer.Sector < 0)
        {
            return double.NaN;
        }

        var lift = traits.Trades.Table.LiftOf(seller.Sector, buyer.Sector);
        return _isDirected ? lift : lift + traits.Trades.Table.LiftOf(buyer.Sector, seller.Sector);
    }

    double Bought(TypedContext typed, int from, int to, Trade seller, Trade buyer)
    {
        var bought = seller.IsKnown ? Math.Log(1 + typed.Bought(to, seller.Division)) : double.NaN;
        return _isDirected ? bought : bought + (buyer.IsKnown ? Math.Log(1 + typed.Bought(from, buyer.Division)) : double.NaN);
    }

    void FillColumns(TypedContext typed, int from, int to, Span<double> row)
    {
        for (var place = 0; place < _columns.Count; place++)
        {
            row[place] = typed.Columns[place].Between(from, to);
        }

        row = row[_columns.Count..];
        for (var place = 0; place < _numbers.Length; place++)
        {
            var difference = _numbers[place][from] - _numbers[place][to];
            row[place] = -Math.Abs(difference);
            row[place + _numbers.Length] = _isDirected ? difference : double.NaN;
        }
    }

    static int At(EvidenceKind kind) => kind < EvidenceKind.OtherTie ? (int)kind : (int)kind - 2;

    static double Flag(bool holds) => holds ? 1 : 0;
}
