using BizGraph.Ingest.Values;
using BizGraph.Model;

namespace BizGraph.Ingest;

/// <summary>What the cells of one row say of a tie, as they are read one by one.</summary>
sealed class RelationshipRow
{
    public string? From { get; set; }
    public string? To { get; set; }

    /// <summary>The word for the relation.</summary>
    public string? Relation { get; set; }
    public string? Kind { get; set; }
    public TieDirection? Direction { get; set; }
    public string? Industry { get; set; }
    public string? IndustryCode { get; set; }
    public string? IndustryScheme { get; set; }
    public double? Weight { get; set; }
    public decimal? Amount { get; set; }
    public string? Currency { get; set; }

    /// <summary>The currency that the amount's own cell says; a column for it goes first.</summary>
    public string? AmountCurrency { get; set; }
    public DateOnly? Since { get; set; }
    public DateOnly? Until { get; set; }
    public bool? Ended { get; set; }
    public string? Note { get; set; }
    public double? Confidence { get; set; }

    /// <summary>The day of a payment or award.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>The number of its document.</summary>
    public string? Document { get; set; }

    /// <summary>All of it, as a tie of one sort.</summary>
    public RelationshipFacts ToFacts(Relation relation, IReadOnlyDictionary<string, string> attributes) =>
        new()
        {
            Type = relation.Type,
            Kind = relation.Kind,
            Directed = relation.Type == RelationshipType.Knows ? IsDirected ?? (relation.IsWordUnknown ? true : null) : null,
            Industry = ToIndustry(),
            Weight = Weight,
            Amount = Amount,
            Currency = Currency ?? AmountCurrency,
            Since = Since,
            Until = Until,
            Ended = Ended,
            Note = Note,
            Confidence = Confidence,
            Attributes = attributes,
        };

    bool? IsDirected =>
        Direction switch
        {
            TieDirection.Directed or TieDirection.Mutual => true,
            TieDirection.Undirected => false,
            _ => null,
        };

    Industry? ToIndustry()
    {
        var isCode =
            IndustryCode is null && Industry is not null && (IndustryScheme is not null || IndustryText.IsCode(Industry));
        return Industry is null && IndustryCode is null ? null
            : isCode ? new Industry(Industry, IndustryScheme)
            : new Industry(IndustryCode, IndustryScheme, Industry);
    }
}
