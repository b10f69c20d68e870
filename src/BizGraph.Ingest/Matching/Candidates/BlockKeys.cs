using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching.Candidates;

/// <summary>The keys of an entry: entries that share a rare one are compared.</summary>
/// <remarks>Every error leaves some key whole: a typo the other words and most four-letter pieces, swapped and joined words the words or pieces, a new
/// name the telephone number, address or host.</remarks>
sealed class BlockKeys(Lexicon lexicon)
{
    const int PieceLength = 4;
    const int PhoneDigits = 7;
    const double CellDegrees = 0.01;

    const string Kinds = "n2gipwmazsABCD";

    // In the order of Kinds: a piece of a word says less than the word, a telephone number more.
    static readonly int[] Worths = [10, 8, 3, 6, 16, 12, 16, 16, 10, 10, 6, 6, 6, 6];

    readonly HashSet<ulong> _keys = [];

    /// <summary>The distinct keys of an entry; valid until the next call.</summary>
    public IReadOnlyCollection<ulong> Of(PreparedEntry entry)
    {
        _keys.Clear();
        foreach (var name in entry.Names)
        {
            AddName(name);
        }

        foreach (var phone in entry.Phones)
        {
            Add('p', phone.Length > PhoneDigits ? phone[^PhoneDigits..] : phone);
        }

        Add('w', entry.Site ?? entry.Domain);
        Add('m', entry.Mailbox);
        Add('a', entry.Address?.Key);
        AddPlaces(entry);
        return _keys;
    }

    void AddName(NameForm name)
    {
        foreach (var word in name.Words)
        {
            Add('n', lexicon[word]);
        }

        for (var at = 0; at + 1 < name.Words.Length; at++)
        {
            var (one, other) = (lexicon[name.Words[at]], lexicon[name.Words[at + 1]]);
            Add('2', string.CompareOrdinal(one, other) < 0 ? one + " " + other : other + " " + one);
        }

        for (var at = 0; at + PieceLength <= name.Squeezed.Length; at++)
        {
            Add('g', name.Squeezed.AsSpan(at, PieceLength));
        }

        // The initials of long names meet short names of one word.
        if (name.Words.Length == 1 && name.Squeezed.Length is >= 3 and <= 6)
        {
            Add('i', name.Squeezed);
        }

        if (name.Initials.Length is >= 3 and <= 6)
        {
            Add('i', name.Initials);
        }
    }

    // Common words make a key together with where the entry is.
    void AddPlaces(PreparedEntry entry)
    {
        if (entry.Names.Length == 0)
        {
            return;
        }

        foreach (var word in entry.Names[0].Words)
        {
            if (entry.PostalCode is not null)
            {
                Add('z', entry.PostalCode + " " + lexicon[word]);
            }

            if (entry.Address is { Street.Length: > 0 } address)
            {
                Add('s', address.Street[0] + " " + lexicon[word]);
            }

            if (entry.Coordinates is var (latitude, longitude))
            {
                AddCells(latitude, longitude, lexicon[word]);
            }
        }
    }

    // Four overlapping grids of cells of a kilometer: whoever is within half a cell shares one.
    void AddCells(double latitude, double longitude, string word)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var row = Math.Floor(latitude / CellDegrees + (shift & 1) * 0.5);
            var column = Math.Floor(longitude / CellDegrees + (shift >> 1) * 0.5);
            Add((char)('A' + shift), $"{row} {column} {word}");
        }
    }

    void Add(char kind, string? text)
    {
        if (text is not null)
        {
            Add(kind, text.AsSpan());
        }
    }

    // FNV-1a, then a mix of the high bits; two texts that meet by chance only make one comparison more.
    void Add(char kind, ReadOnlySpan<char> text)
    {
        var hash = (14695981039346656037UL ^ kind) * 1099511628211UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        _keys.Add((hash ^ (hash >> 29)) & ~0xFUL | KindOf(kind));
    }

    /// <summary>What a key is worth beside its rarity, in tenths: the low four bits of the key say its kind.</summary>
    public static int WorthOf(ulong key) => Worths[(int)(key & 0xF)];

    static uint KindOf(char kind) => (uint)Kinds.IndexOf(kind, StringComparison.Ordinal);
}
