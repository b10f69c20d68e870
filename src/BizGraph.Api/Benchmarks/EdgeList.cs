using System.Globalization;
using System.IO.Compression;
using BizGraph.Analysis;

namespace BizGraph.Api.Benchmarks;

/// <summary>A graph in a text file: a line "from to" or "from to weight" for each edge, apart by spaces, tabs or commas; # and % begin a comment; .gz is unpacked.</summary>
/// <param name="Graph">The graph; its nodes are in the order of their names, whole numbers by size.</param>
/// <param name="Names">The names of the nodes.</param>
sealed record EdgeList(CsrGraph Graph, IReadOnlyList<string> Names)
{
    static readonly char[] Separators = [' ', '\t', ','];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="directed">Whether a line is an arc rather than an edge.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="FormatException">A line is none of the three; the message says which.</exception>
    public static EdgeList Read(string path, bool directed, CancellationToken cancellation)
    {
        var numbers = new Dictionary<string, int>();
        var edges = new List<(int From, int To, double Weight)>();
        var isWeighted = ReadLines(path, numbers.GetAlternateLookup<ReadOnlySpan<char>>(), edges, cancellation);

        var names = numbers.Keys.ToArray();
        var placeOf = Order(names);
        var graph = isWeighted
            ? CsrGraph.FromTriples(names.Length, edges.Select(e => (placeOf[e.From], placeOf[e.To], e.Weight)), directed)
            : CsrGraph.FromPairs(names.Length, edges.Select(e => (placeOf[e.From], placeOf[e.To])), directed);
        return new EdgeList(graph, names);
    }

    static bool ReadLines(
        string path,
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers,
        List<(int From, int To, double Weight)> edges,
        CancellationToken cancellation
    )
    {
        using var reader = Open(path);
        var (line, isWeighted) = (0L, false);
        Span<Range> words = stackalloc Range[4];
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (line % 100_000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            var trimmed = text.AsSpan().Trim();
            if (trimmed.IsEmpty || trimmed[0] is '#' or '%')
            {
                continue;
            }

            var count = trimmed.SplitAny(words, Separators, StringSplitOptions.RemoveEmptyEntries);
            var weight = 1.0;
            if (count is not (2 or 3) || (count == 3 && !TryWeight(trimmed[words[2]], out weight)))
            {
                throw new FormatException(
                    $"{path} line {line}: '{Shortened(trimmed)}' found; 'from to' or 'from to weight' expected."
                );
            }

            isWeighted |= count == 3;
            edges.Add((NumberOf(numbers, trimmed[words[0]]), NumberOf(numbers, trimmed[words[1]]), weight));
        }

        return isWeighted;
    }

    static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        return new StreamReader(
            path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file
        );
    }

    static bool TryWeight(ReadOnlySpan<char> text, out double weight) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out weight)
        && double.IsFinite(weight)
        && weight > 0;

    static int NumberOf(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers, ReadOnlySpan<char> name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            number = numbers.Dictionary.Count;
            numbers[name] = number;
        }

        return number;
    }

    /// <summary>Sorts the names, which stand in the order of their numbers, and gives the place of each number.</summary>
    static int[] Order(string[] names)
    {
        var order = Enumerable.Range(0, names.Length).ToArray();
        var values = new long[names.Length];
        var areNumbers = true;
        for (var i = 0; i < names.Length && areNumbers; i++)
        {
            areNumbers = long.TryParse(names[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out values[i]);
        }

        if (areNumbers)
        {
            Array.Sort((long[])values.Clone(), order);
            Array.Sort(values, names);
        }
        else
        {
            Array.Sort((string[])names.Clone(), order, StringComparer.Ordinal);
            Array.Sort(names, StringComparer.Ordinal);
        }

        var placeOf = new int[names.Length];
        for (var place = 0; place < order.Length; place++)
        {
            placeOf[order[place]] = place;
        }

        return placeOf;
    }

    static string Shortened(ReadOnlySpan<char> text) => text.Length <= 60 ? text.ToString() : $"{text[..57]}...";
}
