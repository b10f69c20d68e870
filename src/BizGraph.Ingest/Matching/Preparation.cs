using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching;

/// <summary>All entries in the form in which they are compared, and how rare their words and values are.</summary>
sealed class Preparation
{
    const int MostNames = 6;

    readonly Dictionary<string, int> _valueCounts = new(StringComparer.Ordinal);

    /// <summary>Prepares entries, in the order of their ids so that the order of rows changes nothing. Time O(n log n + text).</summary>
    public Preparation(IEnumerable<MatchEntry> entries, CancellationToken cancellation)
    {
        var ordered = entries.OrderBy(entry => entry.Id).ToArray();
        RequireDistinct(ordered);
        CountWords(ordered);
        Entries = new PreparedEntry[ordered.Length];
        for (var at = 0; at < ordered.Length; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = Prepare(ordered[at]);
            Entries[at] = entry;
            foreach (var word in entry.Names.SelectMany(name => name.Words))
            {
                Lexicon.CountIn(at, word);
            }

            CountValues(entry);
        }

        Lexicon.Weigh(ordered.Length, NameWords.AssumedShare);
    }

    /// <summary>The entries in the order of their ids.</summary>
    public PreparedEntry[] Entries { get; }

    /// <summary>The words of their names.</summary>
    public Lexicon Lexicon { get; } = new();

    /// <summary>How much two entries with this telephone number, address or host have in common: 1 when no third has it, less the more have it.</summary>
    public float RarityOf(string value)
    {
        var others = Math.Max(2, _valueCounts.GetValueOrDefault(value));
        return 1 / (1 + 0.35f * MathF.Log2(others / 2f));
    }

    static void RequireDistinct(MatchEntry[] ordered)
    {
        for (var at = 1; at < ordered.Length; at++)
        {
            if (ordered[at].Id == ordered[at - 1].Id)
            {
                throw new ArgumentException(
                    $"Entries to match: the id '{ordered[at].Id}' stands twice; expected each id once.",
                    nameof(ordered)
                );
            }
        }
    }

    // The words as written go first: a form glued to a word is cut off only where others have the word (see NameReader).
    void CountWords(MatchEntry[] entries)
    {
        foreach (var entry in entries)
        {
            foreach (var word in Lettering.Split(entry.Business.Facts.Name))
            {
                Lexicon.NumberOf(NameWords.Canonical(word));
            }
        }
    }

    PreparedEntry Prepare(MatchEntry entry)
    {
        var facts = entry.Business.Facts;
        var place = facts.Place;
        var mailbox = WebForm.Mailbox(facts.Email);
        return new PreparedEntry
        {
            Entry = entry,
            Names = ReadNames(entry),
            Phones = PhoneForm.Read(facts.Phone),
            Address = AddressForm.Read(place?.Address),
            PostalCode = PostalCodeOf(place?.PostalCode),
            Locality = Folded(place?.Locality),
            Region = Folded(place?.Region),
            Site = WebForm.Site(facts.Website),
            Mailbox = mailbox,
            Domain = WebForm.Domain(mailbox),
            IndustryCode = Folded(facts.Industry?.Code),
            IndustryTitle = Folded(facts.Industry?.Title),
            Coordinates = place is { Latitude: { } latitude, Longitude: { } longitude } ? (latitude, longitude) : null,
        };
    }

    NameForm[] ReadNames(MatchEntry entry)
    {
        var reader = new NameReader(Lexicon);
        IEnumerable<string> written = entry.Business.Facts.Name is { } name ? [name, .. entry.Aliases] : entry.Aliases;
        return
        [
            .. written
                .Take(MostNames)
                .SelectMany(NameReader.Variants)
                .Select(reader.Read)
                .OfType<NameForm>()
                .DistinctBy(form => form.Squeezed)
                .Take(MostNames),
        ];
    }

    void CountValues(PreparedEntry entry)
    {
        IEnumerable<string?> values = [.. entry.Phones, entry.Address?.Key, entry.Site, entry.Mailbox, entry.Domain];
        foreach (var value in values.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            _valueCounts[value] = _valueCounts.GetValueOrDefault(value) + 1;
        }
    }

    static string? Folded(string? text) => Lettering.Split(text) is { Count: > 0 } words ? string.Join(' ', words) : null;

    // A US code's last four digits and a leading zero lost in a spreadsheet make no difference.
    static string? PostalCodeOf(string? text)
    {
        var code = string.Concat(Lettering.Split(text));
        code = code.Length == 9 && code.All(char.IsAsciiDigit) ? code[..5] : code;
        return code.Length == 0 ? null : code.TrimStart('0');
    }
}
