namespace BizGraph.Analysis.Suggestions;

/// <summary>What each business offers and needs, and which offers meet which needs; suggestions and gaps stand on the same.</summary>
/// <remarks>
/// A business's trade counts among its offers. Who looks for customers for something is taken as offering it, and who looks for a trade to supply is
/// held against the trades of the others: such a tie starts at who asks. Phrases are compared once each, however many businesses say them.
/// </remarks>
sealed class PhraseIndex
{
    const int MostLetters = 300; // of a text that is compared: a whole page is no offer

    readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    readonly List<string> _phrases = [];
    readonly PhraseRelation _wanted; // offers → needs
    readonly PhraseRelation _sought; // trades that are sought → trades
    readonly Dictionary<(int Node, int Phrase), string> _asTheySay = []; // of a trade that is sought: the need's own words

    public PhraseIndex(NetworkSnapshot snapshot, Synonyms synonyms)
    {
        var count = snapshot.NodeCount;
        var (offers, needs, sought, trades) = (new int[count][], new int[count][], new int[count][], new int[count][]);
        for (var node = 0; node < count; node++)
        {
            var facts = snapshot.BusinessOf(node).Facts;
            var asked = facts.Needs.Select(need => (Need: need, Read: NeedText.Read(Short(need)))).ToArray();
            trades[node] = Numbers(facts.Industry?.Title is { } title ? [title] : []);
            offers[node] = Numbers([
                .. facts.Offers,
                .. asked.Where(a => a.Read.Kind == NeedKind.Takers).Select(a => a.Read.About),
            ]);
            offers[node] = [.. offers[node].Union(trades[node])];
            needs[node] = Numbers(asked.Where(a => a.Read.Kind == NeedKind.Thing).Select(a => a.Need));
            sought[node] = Numbers(asked.Where(a => a.Read.Kind == NeedKind.Trade).Select(a => a.Read.About));
            foreach (var (need, read) in asked.Where(a => a.Read.Kind == NeedKind.Trade))
            {
                _asTheySay.TryAdd((node, Numbers([read.About])[0]), need.Trim());
            }
        }

        Words = [.. _phrases.Select(phrase => PhraseWords.Of(phrase, synonyms))];
        var vectors = new PhraseVectors([.. Words.Select(words => words.Words)]);
        _wanted = new PhraseRelation(offers, needs, vectors, Words);
        _sought = new PhraseRelation(sought, trades, vectors, Words);
    }

    /// <summary>The words of each phrase.</summary>
    public PhraseWords[] Words { get; }

    /// <summary>The phrase of a number.</summary>
    public string this[int number] => _phrases[number];

    /// <summary>How well the node's offers meet each other node's needs, 0 to 1.</summary>
    public void OffersMeet(int node, SparseSums score)
    {
        _wanted.Ahead(node, score);
        _sought.Ahead(node, score);
    }

    /// <summary>How well each other node's offers meet the node's needs, 0 to 1.</summary>
    public void NeedsMetBy(int node, SparseSums score)
    {
        _wanted.Back(node, score);
        _sought.Back(node, score);
    }

    /// <summary>The best pair of what one offers and the other needs; null where none meet.</summary>
    public (string Offer, string Need)? BestMatch(int from, int to) =>
        _wanted.Best(from, to) is var (offer, need) ? (_phrases[offer], _phrases[need]) : null;

    /// <summary>What one says of the trade that it looks for, and the other's trade that it is; null where it is not.</summary>
    public (string Sought, string Trade)? BestTrade(int from, int to) =>
        _sought.Best(from, to) is var (sought, trade) ? (_asTheySay[(from, sought)], _phrases[trade]) : null;

    /// <summary>Numbers of what a node offers, its trade too.</summary>
    public IReadOnlyList<int> OffersOf(int node) => _wanted.StartsOf(node);

    /// <summary>Numbers of the things that a node looks for.</summary>
    public IReadOnlyList<int> NeedsOf(int node) => _wanted.EndsOf(node);

    /// <summary>Numbers of the needs that an offer meets.</summary>
    public IEnumerable<int> NeedsMet(int offer) => _wanted.Alike(offer);

    /// <summary>Nodes of the trades that a node looks for, or who look for its trade.</summary>
    public IEnumerable<int> Sought(int node) => _sought.Partners(node);

    int[] Numbers(IEnumerable<string> texts)
    {
        var numbers = new List<int>();
        foreach (var text in texts.Select(Short).Where(text => text.Length > 0))
        {
            if (!_numberOf.TryGetValue(text, out var number))
            {
                _numberOf[text] = number = _phrases.Count;
                _phrases.Add(text);
            }

            numbers.Add(number);
        }

        return [.. numbers.Distinct()];
    }

    // Never half of a pair of surrogates: that is no text.
    static string Short(string text)
    {
        var length = Math.Min(text.Length, MostLetters);
        return text[..(length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].Trim();
    }
}
