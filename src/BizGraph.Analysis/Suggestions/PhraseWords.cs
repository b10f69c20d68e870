namespace BizGraph.Analysis.Suggestions;

/// <summary>The words of a phrase that say what it is about, and those of them that name the thing itself.</summary>
/// <remarks>
/// One phrase is about another where all words of one are words of the other and the things named agree: "sourdough bread" is bread, "honey jars" are
/// no honey and "van repairs" no chair repairs. A thing is named last ("cut flowers"), before the first "for", "of" or "mit" ("flowers for weddings"),
/// and once on each side of an "and". Words such as "maker" name nobody's thing. The rule is BizGraph's own.
/// </remarks>
sealed class PhraseWords
{
    const int LeastAlike = 5; // letters that two forms of a word begin with
    const double LeastPart = 0.7; // of the longer one

    static readonly string[] Plurals = ["", "s", "es", "e", "n", "en", "er"];

    static readonly HashSet<string> Fillers = Set(
        "a an the our my your their its some any more new local regional nearby we i us me is are be need needs needed want wants wanted looking look",
        "seeking seek seeks searching search someone somebody anyone help assistance offer offers offering provide provides provided",
        "ein eine einen einem einer eines der die das den dem des unser unsere unseren unserer mein meine meinen wir ich uns suche suchen sucht gesucht",
        "gesuchte brauche brauchen braucht benotige benotigen benotigt biete bieten bietet gebotene jemand jemanden hilfe unterstutzung bedarf",
        "lokal lokale lokaler lokales lokalen neue neuer neues neuen regionale regionaler regionales regionalen"
    );

    static readonly HashSet<string> Prepositions = Set(
        "for of to with from in at by on as about near without who which that",
        "fur von mit aus im in am an zu zum zur auf als bei beim vor nach uber ohne"
    );

    static readonly HashSet<string> Conjunctions = Set("and or plus und oder sowie");

    // Who deals in a thing, and how it is dealt in, is not the thing.
    static readonly HashSet<string> Dealers = Set(
        "maker makers making grower growers producer producers supplier suppliers supplies service services servicer firm firms company companies",
        "business businesses shop shops merchant merchants dealer dealers trader traders practice centre center provider providers specialist",
        "specialists expert experts work works unit units sales charity agency",
        "firma firmen betrieb betriebe handel handler dienst dienste dienstleistung dienstleistungen laden geschaft hersteller herstellung erzeuger",
        "anbieter lieferant lieferanten verkauf"
    );

    // The thing is the printing, and what is printed.
    static readonly HashSet<string> Crafts = Set("printing print druck");

    readonly string[] _words;
    readonly string[] _told; // the words without dealers, where any are left
    readonly List<string> _things = [];

    PhraseWords(string text, Synonyms synonyms)
    {
        var words = new List<string>();
        foreach (var part in text.Split([',', ';', '/', '&', '+', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            Read([.. PhraseText.Canonical(part, synonyms)], words);
        }

        _words = [.. words.Distinct()];
        _told = [.. _words.Where(word => !Dealers.Contains(word))];
        _told = _told.Length > 0 ? _told : _words;
        if (_things.Count == 0)
        {
            _things.AddRange(_told);
        }
    }

    public static PhraseWords Of(string text, Synonyms synonyms) => new(text, synonyms);

    /// <summary>The words, as they are compared: synonyms are the first of their group; empty where the text has none.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The same for every text of the same words.</summary>
    public string Key => string.Join(' ', _words.Order(StringComparer.Ordinal));

    /// <summary>Whether both are about one thing.</summary>
    public bool IsAbout(PhraseWords other) =>
        (Within(_told, other._words) || Within(other._told, _words))
        && _things.Exists(thing => other._things.Exists(its => IsSame(thing, its)));

    void Read(string[] words, List<string> found)
    {
        var isThing = true;
        string? last = null;
        foreach (var word in words)
        {
            if (Conjunctions.Contains(word) || Prepositions.Contains(word))
            {
                Name(ref last);
                isThing &= Conjunctions.Contains(word) || _things.Count == 0;
            }
            else if (!Fillers.Contains(word))
            {
                found.Add(word);
                if (isThing && !Dealers.Contains(word))
                {
                    _ = last is not null && Crafts.Contains(word) && Name(ref last);
                    last = word;
                }
            }
        }

        Name(ref last);
    }

    bool Name(ref string? thing)
    {
        _things.AddRange(thing is null ? [] : [thing]);
        thing = null;
        return true;
    }

    static bool Within(string[] some, string[] all) =>
        some.Length > 0 && Array.TrueForAll(some, word => Array.Exists(all, of => IsSame(word, of)));

    // Forms of one word: label and labels, bakery and baker, accounts and accounting.
    static bool IsSame(string one, string other)
    {
        var (longer, shorter) = one.Length >= other.Length ? (one, other) : (other, one);
        var alike = longer.AsSpan().CommonPrefixLength(shorter);
        return (alike == shorter.Length && Array.IndexOf(Plurals, longer[alike..]) >= 0)
            || (alike >= LeastAlike && alike >= LeastPart * longer.Length);
    }

    static HashSet<string> Set(params string[] lines) => [.. lines.SelectMany(line => line.Split(' '))];
}
