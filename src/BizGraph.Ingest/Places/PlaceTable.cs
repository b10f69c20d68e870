using BizGraph.Ingest.Files;
using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest.Places;

/// <summary>What a table of places knows of a place.</summary>
/// <param name="Count">How many of its rows fit; 0 where none does.</param>
/// <param name="By">What was looked up.</param>
/// <param name="Text">That, as the row writes it.</param>
/// <param name="Coordinates">Where it is; null where nothing fits, or what fits lies far apart.</param>
readonly record struct FoundPlace(int Count, LocatedBy By, string Text, (double Latitude, double Longitude)? Coordinates);

/// <summary>Where postal codes and towns are.</summary>
/// <remarks>In memory, about 150 bytes a row. A lookup takes time in the rows of one code or town.</remarks>
sealed class PlaceTable
{
    /// <summary>How many rows are kept: more than any country has postal codes, in some 300 MB.</summary>
    public const int MostRows = 2_000_000;

    const double FarApart = 50; // kilometres from the middle
    const double KilometresPerDegree = 111.2;

    readonly List<Entry> _entries = [];
    readonly Dictionary<string, int> _byCode = [];
    readonly Dictionary<string, int> _byTown = [];
    readonly Dictionary<string, string> _texts = []; // regions, countries and towns stand in many rows
    readonly List<string> _lines = [];

    /// <summary>What tells its tables from others: their bytes, and the countries named with them.</summary>
    public IReadOnlyList<string> Lines => _lines;

    // The next rows of the same code and town are found by their numbers; -1 ends a chain.
    readonly record struct Entry(
        double Latitude,
        double Longitude,
        string? Town,
        string? Region,
        string? Country,
        int NextOfCode,
        int NextOfTown
    );

    /// <summary>Begins a table. What two of them know of one place must agree, as two rows of one must.</summary>
    public void Begin(string line) => _lines.Add(line);

    /// <summary>Takes in a row that is of use.</summary>
    /// <exception cref="UnreadableFileException">There are too many.</exception>
    public void Add(PlaceRow row)
    {
        if (_entries.Count == MostRows)
        {
            throw new UnreadableFileException(
                $"more than {MostRows:N0} places",
                "one row for each postal code or town; for the United Kingdom outward codes, such as SW1A, will do",
                ImportProblemKind.OverLimit
            );
        }

        var town = row.Town is null ? null : Kept(WordForm.Fold(row.Town));
        var entry = new Entry(
            row.Latitude!.Value,
            row.Longitude!.Value,
            town,
            row.Region is null ? null : Kept(WordForm.Fold(row.Region)),
            CountryWords.Of(row.Country) is { } country ? Kept(country) : null,
            Chain(_byCode, row.PostalCode is null ? null : PostalCodes.Plain(row.PostalCode)),
            Chain(_byTown, town)
        );
        _entries.Add(entry);
    }

    /// <summary>Where a business is by its postal code, else by its town; null where it says neither.</summary>
    public FoundPlace? Find(string? postalCode, string? town, string? region, string? country)
    {
        var sought = new Sought(town is null ? null : WordForm.Fold(town), region, CountryWords.Of(country));
        var byCode = postalCode is null ? default(FoundPlace?) : FindCode(postalCode, sought);
        if (byCode is { Count: > 0 } || town is null)
        {
            return byCode;
        }

        var fitting = Fitting(_byTown, sought.Town!, entry => entry.NextOfTown, sought);
        return fitting.Count == 0 && byCode is not null
            ? byCode
            : new FoundPlace(fitting.Count, LocatedBy.Town, town, MiddleOf(fitting));
    }

    FoundPlace FindCode(string postalCode, Sought sought)
    {
        foreach (var form in PostalCodes.FormsOf(postalCode, sought.Country))
        {
            if (Fitting(_byCode, form, entry => entry.NextOfCode, sought) is { Count: > 0 } fitting)
            {
                return new FoundPlace(fitting.Count, LocatedBy.PostalCode, postalCode, MiddleOf(fitting));
            }
        }

        return new FoundPlace(0, LocatedBy.PostalCode, postalCode, null);
    }

    // A country that is said on both sides must agree. Regions and towns go by many names: they only tell several rows apart.
    List<Entry> Fitting(Dictionary<string, int> first, string key, Func<Entry, int> next, Sought sought)
    {
        var fitting = new List<Entry>();
        for (var i = first.GetValueOrDefault(key, -1); i >= 0; i = next(_entries[i]))
        {
            var entry = _entries[i];
            if (entry.Country is null || sought.Country is null || entry.Country == sought.Country)
            {
                fitting.Add(entry);
            }
        }

        var region = sought.Region is null ? null : WordForm.Fold(sought.Region);
        fitting = Narrowed(fitting, entry => entry.Region is not null && entry.Region == region);
        return Narrowed(fitting, entry => entry.Town is not null && entry.Town == sought.Town);
    }

    static List<Entry> Narrowed(List<Entry> entries, Predicate<Entry> fits) =>
        entries.Count > 1 && entries.FindAll(fits) is { Count: > 0 } fitting ? fitting : entries;

    static (double Latitude, double Longitude)? MiddleOf(List<Entry> entries)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        var (latitude, longitude) = (entries.Average(entry => entry.Latitude), entries.Average(entry => entry.Longitude));
        var kilometresPerDegreeEast = KilometresPerDegree * Math.Cos(latitude * Math.PI / 180);
        return entries.TrueForAll(entry =>
            double.Hypot(
                (entry.Latitude - latitude) * KilometresPerDegree,
                (entry.Longitude - longitude) * kilometresPerDegreeEast
            ) <= FarApart
        )
            ? (Math.Round(latitude, 6), Math.Round(longitude, 6))
            : null;
    }

    string Kept(string text) => _texts.TryGetValue(text, out var kept) ? kept : _texts[text] = text;

    // Gives the row before the one to be added; -1 where there is none.
    int Chain(Dictionary<string, int> last, string? key)
    {
        if (string.IsNullOrEmpty(key))
        {
            return -1;
        }

        var before = last.GetValueOrDefault(key, -1);
        last[key] = _entries.Count;
        return before;
    }

    readonly record struct Sought(string? Town, string? Region, string? Country);
}
