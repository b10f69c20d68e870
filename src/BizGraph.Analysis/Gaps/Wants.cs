using BizGraph.Analysis.Suggestions;

namespace BizGraph.Analysis.Gaps;

/// <summary>Who looks for what, and who offers it, by the words that suggestions go by; texts of the same words are one.</summary>
sealed class Wants
{
    readonly PhraseIndex _phrases;
    readonly Dictionary<string, Want> _offers = [];
    readonly Dictionary<string, Want> _needs = [];
    readonly List<Want>[] _offersOf;
    readonly List<Want>[] _needsOf;
    readonly Dictionary<Want, List<Want>> _meets = [];

    public Wants(GapGround ground)
    {
        _phrases = ground.Snapshot.Phrases;
        _offersOf = new List<Want>[ground.NodeCount];
        _needsOf = new List<Want>[ground.NodeCount];
        for (var node = 0; node < ground.NodeCount; node++)
        {
            _offersOf[node] = Take(_offers, _phrases.OffersOf(node), node);
            _needsOf[node] = Take(_needs, _phrases.NeedsOf(node), node);
        }

        foreach (var offer in _offers.Values)
        {
            offer.Met.AddRange(
                offer.Phrases.SelectMany(_phrases.NeedsMet).Select(need => _needs[_phrases.Words[need].Key]).Distinct()
            );
            foreach (var need in offer.Met)
            {
                (_meets.TryGetValue(need, out var list) ? list : _meets[need] = []).Add(offer);
            }
        }
    }

    /// <summary>Every need, in the order in which the businesses' ids bring them up. Who looks for customers needs no thing.</summary>
    public IEnumerable<Want> Needs => _needs.Values;

    /// <summary>What a business looks for.</summary>
    public IReadOnlyList<Want> NeedsOf(int node) => _needsOf[node];

    /// <summary>The offers and trades that meet a need.</summary>
    public IReadOnlyList<Want> OffersFor(Want need) => _meets.GetValueOrDefault(need, []);

    /// <summary>Those who offer what the node looks for, or look for what it offers or is, in order; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<int> Fitting(int node, int most)
    {
        var found = new SortedSet<int>();
        foreach (
            var nodes in _needsOf[node]
                .SelectMany(OffersFor)
                .Concat(_offersOf[node].SelectMany(o => o.Met))
                .Select(want => want.Nodes)
        )
        {
            found.UnionWith(nodes.Take(most));
        }

        found.UnionWith(_phrases.Sought(node).Take(most));
        found.Remove(node);
        return [.. found.Take(most)];
    }

    /// <summary>What <paramref name="buyer"/> looks for and <paramref name="seller"/> offers, as the buyer writes it; null where nothing.</summary>
    public string? Met(int buyer, int seller) =>
        _needsOf[buyer].FirstOrDefault(need => OffersFor(need).Any(offer => offer.Nodes.BinarySearch(seller) >= 0))?.Text;

    /// <summary>Whether <paramref name="seller"/> looks for businesses of the buyer's trade to sell to.</summary>
    public bool IsSought(int buyer, int seller) => _phrases.BestTrade(seller, buyer) is not null;

    List<Want> Take(Dictionary<string, Want> all, IReadOnlyList<int> phrases, int node)
    {
        var taken = new List<Want>();
        foreach (var phrase in phrases.Where(phrase => _phrases.Words[phrase].Words.Count > 0))
        {
            var key = _phrases.Words[phrase].Key;
            if (!all.TryGetValue(key, out var wording))
            {
                all[key] = wording = new Want(key, _phrases[phrase]);
            }

            wording.Phrases.Add(phrase);
            if (wording.Nodes.Count == 0 || wording.Nodes[^1] != node)
            {
                wording.Nodes.Add(node);
                taken.Add(wording);
            }
        }

        return taken;
    }

    /// <summary>Texts with the same words.</summary>
    /// <param name="key">The words, joined.</param>
    /// <param name="text">As the first of them writes it.</param>
    public sealed class Want(string key, string text)
    {
        public string Key => key;

        public string Text => text;

        /// <summary>Numbers of the texts.</summary>
        public HashSet<int> Phrases { get; } = [];

        /// <summary>Whose text it is, rising.</summary>
        public List<int> Nodes { get; } = [];

        /// <summary>Of an offer: the needs that it meets.</summary>
        public List<Want> Met { get; } = [];
    }
}
