namespace BizGraph.Ingest.Values;

/// <summary>How a tie runs, as its source says.</summary>
enum TieDirection
{
    /// <summary>From the first end to the second.</summary>
    Directed,

    /// <summary>Neither way.</summary>
    Undirected,

    /// <summary>Both ways: two ties.</summary>
    Mutual,

    /// <summary>Not one for all.</summary>
    Mixed,
}

/// <summary>Words for the direction of a tie: Kumu's, Gephi's, and yes or no.</summary>
static class DirectionWords
{
    /// <summary>Words that say a direction and no relation: a Type column of nothing else holds directions.</summary>
    public static readonly WordTable<TieDirection> Named = new(
        (TieDirection.Directed, ["directed", "gerichtet"]),
        (TieDirection.Undirected, ["undirected", "ungerichtet"]),
        (TieDirection.Mutual, ["mutual", "bidirectional", "gegenseitig"]),
        (TieDirection.Mixed, ["mixed"])
    );

    /// <summary>A word of a column that can hold nothing but directions.</summary>
    public static bool TryGet(string text, out TieDirection direction)
    {
        if (Named.TryGet(text, out direction))
        {
            return true;
        }

        var known = BusinessWords.YesNo.TryGet(text, out var yes);
        direction = yes ? TieDirection.Directed : TieDirection.Undirected;
        return known;
    }
}
