namespace BizGraph.GraphQL.Types;

/// <summary>Names near to a mistyped one, for error messages.</summary>
static class Suggestions
{
    public const string Opening = " Did you mean";
    const int Most = 5;
    const int LongestName = 100;

    /// <summary>The nearest candidates by edit distance, nearest first; a candidate differs in at most 40% of the letters, plus one.</summary>
    public static List<string> For(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
            return [];
        var threshold = (int)(name.Length * 0.4) + 1;
        return
        [
            .. candidates
                .Where(candidate => Math.Abs(candidate.Length - name.Length) <= threshold)
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
                .Where(candidate => candidate.Distance <= threshold)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Name)
                .Take(Most),
        ];
    }

    /// <summary>" Did you mean …?", or nothing where there is no suggestion.</summary>
    public static string Sentence(string? prefix, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return "";
        var quoted = names.Take(Most).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => string.Join(", ", quoted.Take(quoted.Count - 1)) + ", or " + quoted[^1],
        };
        return prefix is null ? $"{Opening} {list}?" : $"{Opening} {prefix} {list}?";
    }

    static int Distance(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
            return a == b ? 0 : 1;
        a = a.ToUpperInvariant();
        b = b.ToUpperInvariant();
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + cost);
            }
            (beforeLast, last) = (last, row);
        }
        return last[b.Length];
    }
}
