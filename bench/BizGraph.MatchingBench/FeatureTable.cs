using System.Globalization;
using BizGraph.Ingest.Matching;
using BizGraph.Ingest.Matching.Candidates;
using BizGraph.Ingest.Matching.Comparing;
using BizGraph.Ingest.Tests.Matching.Labelled;

namespace BizGraph.MatchingBench;

/// <summary>The features of a set's candidate pairs, for fitting the weights (scripts/fit-matching).</summary>
static class FeatureTable
{
    /// <summary>Writes a header and one line a pair: 1 where it is one business, then the features, parted by tabs.</summary>
    public static void Write(LabelledSet set, string file)
    {
        var data = new Preparation(set.Entries, default);
        var scorer = new PairScorer(data);
        using var writer = new StreamWriter(file);
        writer.WriteLine("one\t" + string.Join('\t', Enum.GetNames<Feature>()));
        foreach (var pair in CandidateIndex.Find(data, arrived: null, default))
        {
            var (a, b) = ((int)(pair >> 32), (int)pair);
            var (one, other) = (data.Entries[a].Entry, data.Entries[b].Entry);
            if (one.HasOwnId && other.HasOwnId && one.Source == other.Source)
            {
                continue; // an id of its own says enough
            }

            writer.Write(set.AreOne(one.Id, other.Id) ? '1' : '0');
            foreach (var value in scorer.Measure(a, b))
            {
                writer.Write('\t');
                writer.Write(value.ToString("0.####", CultureInfo.InvariantCulture));
            }

            writer.WriteLine();
        }
    }
}
