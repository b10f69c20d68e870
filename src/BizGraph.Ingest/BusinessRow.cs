using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What the cells of one row say of a business, as they are read one by one.</summary>
sealed class BusinessRow
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public BusinessKind? Kind { get; set; }
    public string? IndustryTitle { get; set; }
    public string? IndustryCode { get; set; }
    public string? IndustryScheme { get; set; }
    public string? Address { get; set; }
    public string? Locality { get; set; }
    public string? Region { get; set; }
    public string? Country { get; set; }
    public string? PostalCode { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public LocatedBy? LocatedBy { get; set; }
    public Ownership? Ownership { get; set; }
    public ServedArea? Serves { get; set; }
    public int? Employees { get; set; }
    public decimal? Turnover { get; set; }
    public decimal? Spend { get; set; }
    public string? Currency { get; set; }

    /// <summary>The currency that an amount's own cell says; a column for it goes first.</summary>
    public string? AmountCurrency { get; set; }
    public int? Founded { get; set; }
    public string? Website { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public IReadOnlyList<string> Offers { get; set; } = [];
    public IReadOnlyList<string> Needs { get; set; } = [];
    public IReadOnlyList<string> OpenTo { get; set; } = [];
    public IReadOnlyList<string> NotWith { get; set; } = [];
    public IReadOnlyList<string> Tags { get; set; } = [];
    public IReadOnlyList<string> Networks { get; set; } = [];
    public BusinessStatus? Status { get; set; }

    /// <summary>The id of the business; the row has an id or a name.</summary>
    public BusinessId IdIn(string source) =>
        Id is not null ? BusinessId.From(source, Id) : BusinessId.FromName(source, Name!, Locality);

    /// <summary>All of it.</summary>
    public BusinessFacts ToFacts(IReadOnlyDictionary<string, string> attributes) =>
        new()
        {
            Name = Name,
            Kind = Kind,
            Industry =
                IndustryTitle is null && IndustryCode is null ? null : new Industry(IndustryCode, IndustryScheme, IndustryTitle),
            Place = ToPlace(),
            Ownership = Ownership,
            Serves = Serves,
            Employees = Employees,
            Turnover = Turnover,
            Spend = Spend,
            Currency = Currency ?? AmountCurrency,
            Founded = Founded,
            Website = Website,
            Email = Email,
            Phone = Phone,
            Offers = Offers,
            Needs = Needs,
            OpenTo = OpenTo,
            NotWith = NotWith,
            Tags = Tags,
            Networks = Networks,
            Status = Status,
            Attributes = attributes,
        };

    Place? ToPlace()
    {
        var place = new Place
        {
            Address = Address,
            Locality = Locality,
            Region = Region,
            Country = Country,
            PostalCode = PostalCode,
            Latitude = Latitude,
            Longitude = Longitude,
            LocatedBy = LocatedBy,
        };
        return place == new Place() ? null : place;
    }
}
