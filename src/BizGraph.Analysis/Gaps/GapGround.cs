using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>A tie in force between two open organizations.</summary>
/// <param name="From">The node it starts at.</param>
/// <param name="To">The node it ends at.</param>
/// <param name="Tie">The tie.</param>
readonly record struct LiveTie(int From, int To, Relationship Tie);

/// <summary>What the searches for gaps stand on, each part made once.</summary>
sealed class GapGround
{
    readonly Lazy<Wants> _wants;
    readonly Lazy<Trades> _trades;
    readonly Lazy<LocalArea> _area;
    readonly Lazy<Matchmaking> _matchmaking;

    public GapGround(NetworkSnapshot snapshot, GapOptions options, CancellationToken cancellation)
    {
        (Snapshot, Options, Cancellation) = (snapshot, options, cancellation);
        Graph = snapshot.Graph(GraphView.Default);
        LiveTies = [.. Live(snapshot)];
        AsOf = options.AsOf ?? snapshot.Relationships.Max(tie => tie.Facts.Since);
        _wants = new(() => new Wants(this));
        _trades = new(() => new Trades(this));
        _area = new(() => new LocalArea(this));
        _matchmaking = new(() => new Matchmaking(this));
    }

    public NetworkSnapshot Snapshot { get; }

    public GapOptions Options { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>All ties, undirected and unweighted.</summary>
    public CsrGraph Graph { get; }

    public IReadOnlyList<LiveTie> LiveTies { get; }

    /// <summary>The day as of which it is asked; null where no tie is dated.</summary>
    public DateOnly? AsOf { get; }

    /// <summary>Who looks for what whom offers.</summary>
    public Wants Wants => _wants.Value;

    /// <summary>Who sells what to whom.</summary>
    public Trades Trades => _trades.Value;

    /// <summary>Who is in the area.</summary>
    public LocalArea Area => _area.Value;

    /// <summary>Whom to introduce to whom.</summary>
    public Matchmaking Matchmaking => _matchmaking.Value;

    public int NodeCount => Graph.NodeCount;

    public int Contacts(int node) => Graph.OutDegree(node);

    public Business this[int node] => Snapshot.BusinessOf(node);

    public Business[] All(params IEnumerable<int> nodes) => [.. nodes.Select(Snapshot.BusinessOf)];

    /// <summary>Whether it is a business proper: councils, banks and other bodies are no isolated shops.</summary>
    public bool IsBusiness(int node) => this[node].Kind == BusinessKind.Business;

    static IEnumerable<LiveTie> Live(NetworkSnapshot snapshot)
    {
        foreach (var tie in snapshot.Relationships)
        {
            if (
                tie.Facts.Ended != true
                && tie.From != tie.To
                && snapshot.NodeOf(tie.From) is { } from
                && snapshot.NodeOf(tie.To) is { } to
            )
            {
                yield return new LiveTie(from, to, tie);
            }
        }
    }
}
