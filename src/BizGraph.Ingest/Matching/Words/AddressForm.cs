using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>A street address as it is compared.</summary>
/// <param name="Numbers">House numbers, "12" and "14" for "12-14"; a post box's number.</param>
/// <param name="Street">The words of the street that name it, types and directions left out.</param>
/// <param name="Kinds">Types and directions: "street", "north".</param>
/// <param name="Unit">Suite, flat or unit; null where none is said.</param>
sealed record AddressForm(string[] Numbers, string[] Street, string[] Kinds, string? Unit)
{
    static readonly FrozenDictionary<string, string> Kind = Table(
        "street st str strasse straat",
        "avenue ave av aven",
        "road rd",
        "boulevard blvd blv boul",
        "drive dr drv",
        "lane ln",
        "court ct crt",
        "circle cir circ",
        "place pl plz plaza",
        "parkway pkwy pky pkw",
        "highway hwy hiway",
        "square sq",
        "terrace ter terr",
        "cove cv",
        "trail trl",
        "close cl",
        "crescent cres",
        "grove gr",
        "way",
        "north n",
        "south s",
        "east e",
        "west w",
        "northeast ne",
        "northwest nw",
        "southeast se",
        "southwest sw",
        "industrial ind",
        "estate est",
        "business bus",
        "park pk",
        "freeway fwy",
        "expressway expy",
        "turnpike tpke"
    );

    static readonly FrozenSet<string> Units =
        "suite ste apt apartment unit room rm floor fl flat office ofc lot bldg building # no nr".Split(' ').ToFrozenSet();

    static readonly FrozenSet<string> Ignored = "the of at and & on in near between btw off corner".Split(' ').ToFrozenSet();

    /// <summary>Number and street as one text, the key under which one address is found again; null without either.</summary>
    public string? Key => Numbers.Length == 0 || Street.Length == 0 ? null : Numbers[0] + " " + string.Join(' ', Street);

    /// <summary>Reads an address; null where it says nothing.</summary>
    public static AddressForm? Read(string? text)
    {
        var words = Lettering.Split(text);
        var numbers = new List<string>();
        var street = new List<string>();
        var kinds = new List<string>();
        string? unit = null;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (
                Units.Contains(word)
                && at + 1 < words.Count
                && (words[at + 1].Length <= 2 || words[at + 1].Any(char.IsAsciiDigit) || words[at + 1] == "#")
            )
            {
                at += words[at + 1] == "#" && at + 2 < words.Count ? 2 : 1;
                unit ??= words[at].TrimStart('0');
            }
            else if (IsHouseNumber(word) && (numbers.Count == 0 || street.Count == 0))
            {
                numbers.Add(word.TrimStart('0'));
            }
            else if (Kind.TryGetValue(word, out var kind))
            {
                kinds.Add(kind);
            }
            else if (!Ignored.Contains(word))
            {
                street.Add(Plain(word, kinds));
            }
        }

        Rescue(street, kinds);
        return numbers.Count + street.Count == 0 ? null : new AddressForm([.. numbers], [.. street], [.. kinds], unit);
    }

    // "Park Avenue", "North Street": where all words are types, the first names the street.
    static void Rescue(List<string> street, List<string> kinds)
    {
        if (street.Count == 0 && kinds.Count > 1)
        {
            var named = kinds.Find(kind => kind is not ("north" or "south" or "east" or "west")) ?? kinds[0];
            street.Add(named);
            kinds.Remove(named);
        }
    }

    // "hauptstrasse", "hauptstr": the type is glued to the name.
    static string Plain(string word, List<string> kinds)
    {
        foreach (var ending in (ReadOnlySpan<string>)["strasse", "straat", "str"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                kinds.Add("street");
                return word[..^ending.Length];
            }
        }

        return word;
    }

    // "12" and "12a", but not "12th".
    static bool IsHouseNumber(string word) =>
        char.IsAsciiDigit(word[0])
        && (word.All(char.IsAsciiDigit) || (word[..^1].All(char.IsAsciiDigit) && char.IsAsciiLetter(word[^1])));

    static FrozenDictionary<string, string> Table(params string[] lines) =>
        lines
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Select(word => (word, words[0])))
            .ToFrozenDictionary(p => p.word, p => p.Item2);
}
