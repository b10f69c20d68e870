using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>Words that say a company's legal form. Spellings of one form have one name here; they say little about which company it is.</summary>
static class LegalForms
{
    static readonly FrozenDictionary<string, string> Forms = Table(
        "ltd: ltd limited ltda limitada",
        "plc: plc",
        "inc: inc incorporated incorporation corp corporation",
        "llc: llc",
        "llp: llp",
        "lp: lp",
        "pa: pa pllc pc",
        "co: co company cie compagnie",
        "gmbh: gmbh mbh ggmbh haftungsbeschrankt ug",
        "ag: ag aktiengesellschaft",
        "kg: kg kgaa",
        "ohg: ohg",
        "gbr: gbr",
        "ek: ek ekfr ekfm",
        "ev: ev eg",
        "se: se",
        "sarl: sarl eurl sasu",
        "sas: sas",
        "sa: sa",
        "bv: bv",
        "nv: nv",
        "vof: vof",
        "oy: oy oyj",
        "ab: ab",
        "as: asa",
        "aps: aps",
        "spa: spa",
        "srl: srl",
        "sro: sro",
        "doo: doo",
        "kft: kft",
        "spzoo: spzoo",
        "pty: pty",
        "pvt: pvt",
        "cic: cic",
        "cio: cio"
    );

    /// <summary>Forms that are written glued to the word before when a name is cut to a column's width ("SERVICESLLC").</summary>
    static readonly string[] Glued = ["inc", "llc", "ltd", "plc", "llp", "gmbh"];

    /// <summary>The form that a word says, or null.</summary>
    public static string? Of(string word) => Forms.GetValueOrDefault(word);

    /// <summary>Cuts a glued form off a word: null where there is none, or too little would be left.</summary>
    public static (string Word, string Form)? Unglue(string word)
    {
        foreach (var form in Glued)
        {
            if (word.Length > form.Length + 2 && word.EndsWith(form, StringComparison.Ordinal))
            {
                return (word[..^form.Length], form);
            }
        }

        return null;
    }

    static FrozenDictionary<string, string> Table(params string[] lines) =>
        lines
            .Select(line => line.Split(": "))
            .SelectMany(parts => parts[1].Split(' ').Select(word => (word, parts[0])))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
