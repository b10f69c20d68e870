namespace BizGraph.Analysis.Gaps;

/// <summary>Who looks for what, and who offers it: an offer meets a need when all words of one of them are words of the other.</summary>
/// <remarks>Built in O(texts), asked in the number of texts that share a rare word.</remarks>
sealed class Wants
{
    readonly Dictionary<string, Want> _offers = [];
    readonly Dictionary<string, Want> _needs = [];
    readonly List<Want>[] _offersOf;
    readonly List<Want>[] _needsOf;
    readonly Dictionary<Want, Want[]> _meets = [];
    readonly Dictionary<string, List<Want>> _offersByWord = [];
    readonly Dictionary<string, List<Want>> _offersByRarest = [];

    public Wants(GapGround ground)
    {
        _offersOf = new List<Want>[ground.NodeCount];
        _needsOf = new List<Want>[ground.NodeCount];
        for (var node = 0; node < ground.NodeCount; node++)
        {
            var facts = ground[node].Facts;
            _offersOf[node] = Take(_offers, facts.Offers, node);
            _needsOf[node] = Take(_needs, facts.Needs, node);
        }

        foreach (var offer in _offers.Values)
        {
            offer.Stems.ToList().ForEach(word => Add(_offersByWord, word, offer));
        }

        foreach (var offer in _offers.Values)
        {
            Add(_offersByRarest, offer.Stems.MinBy(word => _offersByWord[word].Count)!, offer);
        }

        foreach (var need in _needs.Values)
        {
            _meets[need] = FindOffers(need);
            Array.ForEach(_meets[need], offer => offer.Met.Add(need));
        }
    }

    /// <summary>Every need, in the order in which the businesses' ids bring them up.</summary>
    public IEnumerable<Want> Needs => _needs.Values;

    /// <summary>What a business looks for.</summary>
    public IReadOnlyList<Want> NeedsOf(int node) => _needsOf[node];

    /// <summary>The offers that meet a need.</summary>
    public IReadOnlyList<Want> OffersFor(Want need) => _meets[need];

    /// <summary>Those who offer what the node looks for, or look for what it offers, in order; at most <paramref name="most"/>.</summary>
    public IReadOnlyList<int> Fitting(int node, int most)
    {
        var found = new SortedSet<int>();
        foreach (
            var nodes in _needsOf[node]
                .SelectMany(n => _meets[n])
                .Concat(_offersOf[node].SelectMany(o => o.Met))
                .Select(t => t.Nodes)
        )
        {
            found.UnionWith(nodes.Take(most));
        }

        found.Remove(node);
        return [.. found.Take(most)];
    }

    /// <summary>What <paramref name="buyer"/> looks for and <paramref name="seller"/> offers, as the buyer writes it; null where nothing.</summary>
    public string? Met(int buyer, int seller) =>
        _needsOf[buyer].FirstOrDefault(need => _meets[need].Any(offer => offer.Nodes.BinarySearch(seller) >= 0))?.Text;

    static List<Want> Take(Dictionary<string, Want> all, IReadOnlyList<string> texts, int node)
    {
        var taken = new List<Want>();
        foreach (var text in texts)
        {
            var stems = Wording.Stems(text);
            if (stems.Length == 0)
            {
                continue;
            }

            var key = string.Join(' ', stems);
            if (!all.TryGetValue(key, out var wording))
            {
                all[key] = wording = new Want(key, text, stems);
            }

            if (wording.Nodes.Count == 0 || wording.Nodes[^1] != node)
            {
                wording.Nodes.Add(node);
                taken.Add(wording);
            }
        }

        return taken;
    }

    Want[] FindOffers(Want need)
    {
        var wider = need.Stems.All(_offersByWord.ContainsKey)
            ? _offersByWord[need.Stems.MinBy(word => _offersByWord[word].Count)!]
                .Where(offer => need.Stems.All(offer.Stems.Contains))
            : [];
        var narrower = need
            .Stems.SelectMany(word => _offersByRarest.GetValueOrDefault(word, []))
            .Where(offer => offer.Stems.All(need.Stems.Contains));
        return [.. wider.Concat(narrower).Distinct()];
    }

    static void Add(Dictionary<string, List<Want>> lists, string word, Want wording)
    {
        if (!lists.TryGetValue(word, out var list))
        {
            lists[word] = list = [];
        }

        list.Add(wording);
    }

    /// <summary>Texts with the same words.</summary>
    /// <param name="key">The words, joined.</param>
    /// <param name="text">As the first of them writes it.</param>
    /// <param name="stems">The words.</param>
    public sealed class Want(string key, string text, string[] stems)
    {
        public string Key => key;

        public string Text => text;

        public string[] Stems => stems;

        /// <summary>Whose text it is, rising.</summary>
        public List<int> Nodes { get; } = [];

        /// <summary>Of an offer: the needs that it meets.</summary>
        public List<Want> Met { get; } = [];
    }
}
