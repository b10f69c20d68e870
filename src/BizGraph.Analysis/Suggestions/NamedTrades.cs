namespace BizGraph.Analysis.Suggestions;

/// <summary>Guesses the trade of a business from the words of its name, by the trades of others that are named so.</summary>
/// <remarks>A word tells a trade where at least two, and most of those with it whose trade is known, are of one division. Of several words the surest one decides.</remarks>
static class NamedTrades
{
    const int Least = 2;
    const double LeastShare = 0.5;

    /// <summary>The trades, with those that are unknown guessed where a name tells.</summary>
    public static Trade[] Guess(NameWords names, Trade[] trades)
    {
        var byWord = Enumerable
            .Range(0, trades.Length)
            .Where(node => trades[node].IsKnown)
            .SelectMany(node => names.Of(node).Select(word => (word, Trade: trades[node])))
            .ToLookup(said => said.word, said => said.Trade);
        var told = byWord.ToDictionary(word => word.Key, word => Told([.. word]));
        return
        [
            .. trades.Select(
                (trade, node) =>
                    trade.IsKnown
                        ? trade
                        : names
                            .Of(node)
                            .Select(word => told.GetValueOrDefault(word))
                            .Where(of => of.Sureness > 0)
                            .OrderByDescending(of => of.Sureness)
                            .ThenBy(of => of.Trade.Class)
                            .Select(of => of.Trade)
                            .FirstOrDefault(Trade.Unknown)
            ),
        ];
    }

    static (double Sureness, Trade Trade) Told(Trade[] said)
    {
        var division = said.GroupBy(trade => trade.Division).OrderByDescending(of => of.Count()).ThenBy(of => of.Key).First();
        if (division.Count() < Least || division.Count() <= LeastShare * said.Length)
        {
            return (0, Trade.Unknown);
        }

        var commonest = division
            .GroupBy(trade => trade)
            .OrderByDescending(of => of.Count())
            .ThenBy(of => of.Key.Class)
            .First()
            .Key;
        return ((division.Count() + 1.0) / (said.Length + 2), commonest);
    }
}
