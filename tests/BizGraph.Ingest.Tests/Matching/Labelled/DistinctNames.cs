namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Of names that share a word that few have, the first alone: real lists have spellings of one name that nobody has labelled.</summary>
static class DistinctNames
{
    public static readonly string[] LeftOut = ["inc", "llc", "ltd", "limited", "co", "the", "and", "for"];

    public static IEnumerable<string> Of(IEnumerable<string> names)
    {
        var all = names.Select(name => (Name: name, Words: TellingWords(name))).ToArray();
        var counts = all.SelectMany(name => name.Words).CountBy(word => word).ToDictionary();
        var taken = new HashSet<string>();
        foreach (var (name, words) in all)
        {
            var rare = words.Where(word => counts[word] <= 12).ToArray();
            if (rare.Length > 0 && !rare.Any(taken.Contains))
            {
                taken.UnionWith(rare);
                yield return name;
            }
        }
    }

    static string[] TellingWords(string name)
    {
        var plain = string.Concat(name.ToLowerInvariant().Where(c => c != '\'').Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return
        [
            .. plain
                .Split(' ')
                .Where(word => word.Length > 2 && !LeftOut.Contains(word))
                .Select(word => word.TrimEnd('s'))
                .Distinct(),
        ];
    }
}
