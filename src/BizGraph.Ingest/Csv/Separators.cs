using System.Text;

namespace BizGraph.Ingest.Csv;

/// <summary>Finds out what parts the cells of a file.</summary>
static class Separators
{
    const int HeadLength = 1 << 16;
    static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>The separator that stands most often in the header, outside quotes; the comma where there is none.</summary>
    /// <param name="open">Opens the file's text as UTF-8.</param>
    /// <returns>It, and whether the first row only names it, as Excel writes it: <c>sep=;</c>.</returns>
    public static (char Separator, bool HasHint) Find(Func<Stream> open)
    {
        using var text = open();
        var head = new byte[HeadLength];
        var count = text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var header = Encoding.UTF8.GetString(head, 0, count).AsSpan().TrimStart();
        var lineEnd = header.IndexOfAny('\r', '\n');
        var line = lineEnd < 0 ? header : header[..lineEnd];
        if (line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && ",;\t|".Contains(line[4]))
        {
            return (line[4], true);
        }

        var counts = Count(header);
        return (Candidates[counts.IndexOf(counts.Max())], false);
    }

    static List<int> Count(ReadOnlySpan<char> header)
    {
        var counts = new List<int>(new int[Candidates.Length]);
        var isQuoted = false;
        foreach (var letter in header)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && letter is '\r' or '\n')
            {
                break;
            }
            else if (!isQuoted && Array.IndexOf(Candidates, letter) is var candidate and >= 0)
            {
                counts[candidate]++;
            }
        }

        return counts;
    }
}
