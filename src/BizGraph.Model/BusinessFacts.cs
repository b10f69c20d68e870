namespace BizGraph.Model;

/// <summary>What a row says of a business, or what all rows together say of it. Null and empty lists say nothing.</summary>
public sealed record BusinessFacts
{
    /// <summary>The name as written.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of organization it is.</summary>
    public BusinessKind? Kind { get; init; }

    /// <summary>Its line of trade.</summary>
    public Industry? Industry { get; init; }

    /// <summary>Where it is.</summary>
    public Place? Place { get; init; }

    /// <summary>Where its decisions are made.</summary>
    public Ownership? Ownership { get; init; }

    /// <summary>How far its customers are.</summary>
    public ServedArea? Serves { get; init; }

    /// <summary>Number of people employed, 0 or more.</summary>
    public int? Employees { get; init; }

    /// <summary>Yearly turnover in <see cref="Currency"/>, 0 or more.</summary>
    public decimal? Turnover { get; init; }

    /// <summary>Yearly spend in <see cref="Currency"/>, 0 or more. Private.</summary>
    public decimal? Spend { get; init; }

    /// <summary>Currency of turnover and spend: an ISO 4217 code.</summary>
    public string? Currency { get; init; }

    /// <summary>Year of founding.</summary>
    public int? Founded { get; init; }

    /// <summary>Web address.</summary>
    public string? Website { get; init; }

    /// <summary>E-mail address. Private.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number as written. Private.</summary>
    public string? Phone { get; init; }

    /// <summary>What it offers, in short texts.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>What it looks for, in short texts.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Kinds of tie, or businesses, that it is open to.</summary>
    public IReadOnlyList<string> OpenTo { get; init; } = [];

    /// <summary>Kinds of tie, or businesses, that it does not want.</summary>
    public IReadOnlyList<string> NotWith { get; init; } = [];

    /// <summary>Certifications and values, such as "living wage".</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Names of the networks that it belongs to.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Whether it trades.</summary>
    public BusinessStatus? Status { get; init; }

    /// <summary>Every other column of its rows, by header. Private.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>No attributes at all.</summary>
    public static IReadOnlyDictionary<string, string> NoAttributes { get; } = new Dictionary<string, string>();

    /// <summary>These facts, and the older ones where nothing was said: an empty cell says nothing.</summary>
    public BusinessFacts Over(BusinessFacts older)
    {
        // An amount stays with its currency: the older one's says nothing in another.
        var isSameMoney = Currency is null || older.Currency is null || Currency == older.Currency;
        return new()
        {
            Name = Name ?? older.Name,
            Kind = Kind ?? older.Kind,
            Industry = Industry?.Over(older.Industry) ?? older.Industry,
            Place = Place?.Over(older.Place) ?? older.Place,
            Ownership = Ownership ?? older.Ownership,
            Serves = Serves ?? older.Serves,
            Employees = Employees ?? older.Employees,
            Turnover = Turnover ?? (isSameMoney ? older.Turnover : null),
            Spend = Spend ?? (isSameMoney ? older.Spend : null),
            Currency = Currency ?? older.Currency,
            Founded = Founded ?? older.Founded,
            Website = Website ?? older.Website,
            Email = Email ?? older.Email,
            Phone = Phone ?? older.Phone,
            Offers = Offers.Count > 0 ? Offers : older.Offers,
            Needs = Needs.Count > 0 ? Needs : older.Needs,
            OpenTo = OpenTo.Count > 0 ? OpenTo : older.OpenTo,
            NotWith = NotWith.Count > 0 ? NotWith : older.NotWith,
            Tags = Tags.Count > 0 ? Tags : older.Tags,
            Networks = Networks.Count > 0 ? Networks : older.Networks,
            Status = Status ?? older.Status,
            Attributes = MergeAttributes(Attributes, older.Attributes),
        };
    }

    /// <summary>All attributes of both; where both say one, the newer.</summary>
    internal static IReadOnlyDictionary<string, string> MergeAttributes(
        IReadOnlyDictionary<string, string> newer,
        IReadOnlyDictionary<string, string> older
    )
    {
        if (newer.Count == 0 || older.Count == 0)
        {
            return newer.Count == 0 ? older : newer;
        }

        // Sorted, so that the order of the files does not show in what is stored.
        var merged = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in older.Concat(newer))
        {
            merged[name] = value;
        }

        return merged;
    }
}
