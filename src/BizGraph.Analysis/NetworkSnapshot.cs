using System.Collections.Concurrent;
using System.Collections.Frozen;
using BizGraph.Analysis.Centrality;
using BizGraph.Analysis.Communities;
using BizGraph.Analysis.Gaps;
using BizGraph.Analysis.Structure;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Analysis;

/// <summary>The whole network at one version: its businesses and ties, and the graphs and measures made of them.</summary>
/// <remarks>
/// Immutable and safe for any number of threads. Each graph and measure is computed at most once, when first asked for;
/// the default options of a measure are those of metrics' definitions.
/// </remarks>
public sealed class NetworkSnapshot
{
    // A few views are asked for again and again; the others, of which there are a thousand, are built anew.
    const int MostGraphsKept = 16;

    readonly ConcurrentDictionary<GraphView, Lazy<CsrGraph>> _graphs = new();
    readonly FrozenDictionary<BusinessId, int> _indexOf;
    readonly FrozenDictionary<BusinessId, int> _nodeOf;
    readonly int[] _businessOfNode;
    readonly Lazy<Partition> _communities;
    readonly Lazy<Partition> _components;
    readonly Lazy<Partition> _strongComponents;
    readonly Lazy<NodeScores> _pageRank;
    readonly Lazy<NodeScores> _betweenness;
    readonly Lazy<NodeCounts> _degree;
    readonly Lazy<NodeScores> _strength;
    readonly Lazy<NodeCounts> _coreness;
    readonly Lazy<IReadOnlyList<int>> _articulationPoints;
    readonly Lazy<PhraseIndex> _phrases;
    readonly Lazy<GapList> _gaps;
    readonly Lazy<NetworkOverview> _overview;
    readonly Lazy<BusinessNames> _names;
    readonly Lazy<ILookup<BusinessId, Relationship>> _relationshipsOf;

    /// <summary>Takes the network as it is, in any order.</summary>
    /// <param name="version">The network version.</param>
    /// <param name="businesses">Every business, once each.</param>
    /// <param name="relationships">Every tie; both of its ends are among the businesses.</param>
    public NetworkSnapshot(long version, IEnumerable<Business> businesses, IEnumerable<Relationship> relationships)
    {
        Version = version;
        Businesses = [.. businesses.OrderBy(b => b.Id)];
        _indexOf = Businesses
            .SelectMany((b, i) => b.OtherIds.Append(b.Id).Select(id => KeyValuePair.Create(id, i)))
            .ToFrozenDictionary();
        Relationships = RelationshipOrder.Sort(relationships, _indexOf);
        _businessOfNode = [.. Enumerable.Range(0, Businesses.Count).Where(i => Businesses[i].Status == BusinessStatus.Active)];
        _nodeOf = _businessOfNode
            .Select((business, node) => KeyValuePair.Create(Businesses[business].Id, node))
            .ToFrozenDictionary();
        _names = new(() => new BusinessNames(Businesses));
        _relationshipsOf = new(() =>
            Relationships
                .SelectMany(r => r.From == r.To ? [(r.From, r)] : new[] { (r.From, r), (r.To, r) })
                .ToLookup(end => end.Item1, end => end.Item2)
        );
        _degree = new(() => Degree.Total(Graph(GraphView.Default)));
        _strength = new(() => Strength.Total(Graph(GraphView.Default with { IsWeighted = true })));
        _pageRank = new(() => PageRank.Compute(Graph(GraphView.Default with { IsDirected = true })));
        _betweenness = new(() => Centrality.Betweenness.Compute(Graph(GraphView.Default)));
        _coreness = new(() => Structure.Coreness.Compute(Graph(GraphView.Default)));
        _communities = new(() => Leiden.Compute(Graph(GraphView.Default)));
        _components = new(() => WeakComponents.Find(Graph(GraphView.Default)));
        _strongComponents = new(() => StrongComponents.Find(Graph(GraphView.Supply)));
        _articulationPoints = new(() => Structure.ArticulationPoints.Find(Graph(GraphView.Default)));
        _phrases = new(() => new PhraseIndex(this, Tables.Synonyms));
        _gaps = new(() => GapFinder.Find(this, new GapOptions { Earlier = Earlier }));
        _overview = new(() => NetworkOverview.Of(this));
    }

    /// <summary>The network version that all of it belongs to.</summary>
    public long Version { get; }

    /// <summary>An earlier state, to tell who left or went quiet since; null where none is known.</summary>
    public EarlierNetwork? Earlier { get; init; }

    /// <summary>Every business, closed ones too, in the order of their ids.</summary>
    public IReadOnlyList<Business> Businesses { get; }

    /// <summary>Every tie, ended ones and those to oneself too, in the order of their keys.</summary>
    public IReadOnlyList<Relationship> Relationships { get; }

    /// <summary>What is known of words and industries apart from the network.</summary>
    public NetworkTables Tables { get; init; } = NetworkTables.Default;

    /// <summary>Number of nodes: the businesses that are not closed.</summary>
    public int NodeCount => _businessOfNode.Length;

    /// <summary>Ties of a business that are in the graph: to how many others.</summary>
    public NodeCounts Degrees => _degree.Value;

    /// <summary>Sum of the weights of a business's ties.</summary>
    public NodeScores Strengths => _strength.Value;

    /// <summary>PageRank along the ties' direction.</summary>
    public NodeScores PageRanks => _pageRank.Value;

    /// <summary>Exact betweenness, undirected and unweighted.</summary>
    public NodeScores Betweenness => _betweenness.Value;

    /// <summary>Coreness, undirected.</summary>
    public NodeCounts Coreness => _coreness.Value;

    /// <summary>Leiden communities by modularity; an isolated business is one of its own.</summary>
    public Partition Communities => _communities.Value;

    /// <summary>Weak components; an isolated business is one of its own.</summary>
    public Partition Components => _components.Value;

    /// <summary>Strong components of the supply ties: one of several businesses holds a cycle.</summary>
    public Partition SupplyCycles => _strongComponents.Value;

    /// <summary>The nodes whose closing would cut others off from each other.</summary>
    public IReadOnlyList<int> ArticulationPoints => _articulationPoints.Value;

    /// <summary>What is missing, the most pressing first, with the default thresholds.</summary>
    public GapList Gaps => _gaps.Value;

    /// <summary>The whole network in a few numbers.</summary>
    public NetworkOverview Overview => _overview.Value;

    /// <summary>Which offers meet which needs: gaps and suggestions ask the same.</summary>
    internal PhraseIndex Phrases => _phrases.Value;

    /// <summary>The graph of a view.</summary>
    public CsrGraph Graph(GraphView view) =>
        _graphs.TryGetValue(view, out var known) ? known.Value
        : _graphs.Count >= MostGraphsKept ? GraphBuilder.Build(_nodeOf, Relationships, view)
        : _graphs.GetOrAdd(view, v => new Lazy<CsrGraph>(() => GraphBuilder.Build(_nodeOf, Relationships, v))).Value;

    /// <summary>The business of a node.</summary>
    public Business BusinessOf(int node) => Businesses[_businessOfNode[node]];

    /// <summary>The node of a business; null where it is closed, and so no node.</summary>
    public int? NodeOf(BusinessId id) => _nodeOf.TryGetValue(id, out var node) ? node : null;

    /// <summary>The business of an id, also of one that was merged into it, as it is shown.</summary>
    public Business? Find(BusinessId id) => _indexOf.TryGetValue(id, out var index) ? Businesses[index] : null;

    /// <summary>The business that a person means: by its id, else by the id or name in its source, where only one has it.</summary>
    public Business? Find(string idOrName) =>
        string.IsNullOrWhiteSpace(idOrName) ? null : Find(new BusinessId(idOrName)) ?? _names.Value.Find(idOrName);

    /// <summary>The ties of a business, closed and ended ones too, in the order of their keys; one to itself comes once.</summary>
    public IEnumerable<Relationship> RelationshipsOf(BusinessId id) => _relationshipsOf.Value[id];

    /// <summary>The businesses (no councils, banks and other bodies) that are open and have no tie, in the order of their ids.</summary>
    public IReadOnlyList<Business> Isolated() =>
        [
            .. Enumerable
                .Range(0, NodeCount)
                .Where(node => Degrees[node] == 0)
                .Select(BusinessOf)
                .Where(b => b.Kind == BusinessKind.Business),
        ];

    /// <summary>Reads what a store shows.</summary>
    /// <param name="store">The store.</param>
    /// <param name="earlier">An earlier state, to tell who left or went quiet since.</param>
    /// <param name="tables">What is known of words and industries; null for the default.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<NetworkSnapshot> ReadAsync(
        INetworkStore store,
        EarlierNetwork? earlier = null,
        NetworkTables? tables = null,
        CancellationToken cancellation = default
    )
    {
        await using var reading = await store.ReadAsync(cancellation).ConfigureAwait(false);
        var businesses = await reading.BusinessesAsync(cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        var relationships = await reading.RelationshipsAsync(cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        return new NetworkSnapshot(reading.Version, businesses, relationships)
        {
            Earlier = earlier,
            Tables = tables ?? NetworkTables.Default,
        };
    }
}
