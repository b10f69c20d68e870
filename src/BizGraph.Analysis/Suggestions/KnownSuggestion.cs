using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>A suggestion that people decided about already, as the network says it now.</summary>
public static class KnownSuggestion
{
    /// <summary>Writes it out with the reasons of today, whether or not it would be made again; null where an end is closed or gone, or both are one by now.</summary>
    /// <param name="model">What the network taught.</param>
    /// <param name="key">Which suggestion; ids of merged businesses find what they were merged into.</param>
    public static Suggestion? Find(SuggestionModel model, SuggestionKey key)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (NodeOf(model, key.For) is not { } of || NodeOf(model, key.Whom) is not { } whom || of == whom)
        {
            return null;
        }

        var scan = new PairScan(model.Context);
        scan.Around(of);
        scan.Along(key.Kind.TypeOfTie(), isFrom: !key.Kind.StartsAtWhom());
        var ranking = model.Rankings[(int)key.Kind.TypeOfTie()];
        var row = new double[ranking.Evidence.Kinds.Count];
        ranking.Evidence.Fill(scan, whom, row);
        var score = ranking.Strength(ranking.Score(row));
        return new SuggestionWriter(model, scan).Write(new RankedPair(key.Kind, of, whom, score));
    }

    static int? NodeOf(SuggestionModel model, BusinessId id) =>
        model.Snapshot.Find(id) is { } business ? model.Snapshot.NodeOf(business.Id) : null;
}
