using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What a reason says; each language's catalogue makes a sentence of it and its values.</summary>
public enum SuggestionReasonKind
{
    /// <summary>Both are tied to <see cref="SuggestionReason.Businesses"/>.</summary>
    SharedPartners,

    /// <summary>Both buy from <see cref="SuggestionReason.Businesses"/>.</summary>
    SharedSuppliers,

    /// <summary>Both sell to <see cref="SuggestionReason.Businesses"/>.</summary>
    SharedCustomers,

    /// <summary>It is like the partners they have: <see cref="SuggestionReason.Businesses"/> have such a tie to them.</summary>
    LikePartners,

    /// <summary>Words: what the suggested one offers, then what the other one asked for.</summary>
    OffersWhatIsNeeded,

    /// <summary>Words: what the other one offers, then what the suggested one asked for.</summary>
    NeedsWhatIsOffered,

    /// <summary>Words: the customers that the other one asked for, then the suggested one's trade.</summary>
    IsOfSoughtTrade,

    /// <summary>Words: the customers that the suggested one asked for, then the other one's trade.</summary>
    SeeksThisTrade,

    /// <summary>Businesses of the buyer's trade buy from the seller's. Words: the seller's, the buyer's; Number: times as often as any two trades, by the table.</summary>
    TradesBuyFromEachOther,

    /// <summary>Such ties run between the two trades in this network. Words: the trade it starts at, that it ends at; Number: times as often as between any two.</summary>
    TradesTiedHere,

    /// <summary>The same trade. Words: the trade.</summary>
    SameTrade,

    /// <summary>Number: kilometers between them.</summary>
    Near,

    /// <summary>Words: the town they are both in.</summary>
    SameLocality,

    /// <summary>Words: values and certifications of both.</summary>
    SharedTags,

    /// <summary>Words: networks that both belong to.</summary>
    SharedNetworks,

    /// <summary>They have ties of other types already. Types: which.</summary>
    TiedOtherwise,

    /// <summary>The tie runs the other way already.</summary>
    TiedTheOtherWay,

    /// <summary>The one that would advise has more years. Number: years more.</summary>
    MoreExperience,

    /// <summary>Its number of such ties is among the largest. Number: how many.</summary>
    Sought,

    /// <summary>The suggested one says that it is open to such ties.</summary>
    OpenToIt,

    /// <summary>The one it is suggested to says that it is open to such ties.</summary>
    AskedForIt,

    /// <summary><see cref="SuggestionReason.Businesses"/> could introduce them, each the next.</summary>
    Introduction,

    /// <summary>They agree in other columns. Words: pairs of a column and the value. Private, as those columns are.</summary>
    SameAttributes,
}

/// <summary>One reason, as data.</summary>
/// <param name="Kind">What it says.</param>
public sealed record SuggestionReason(SuggestionReasonKind Kind)
{
    /// <summary>Third parties that it names, in the order of the kind; at most five.</summary>
    public IReadOnlyList<Business> Businesses { get; init; } = [];

    /// <summary>How many third parties it rests on, also those not listed.</summary>
    public int Count { get; init; }

    /// <summary>Words of the businesses' own: offers, trades, towns, tags.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Types of tie.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>Its figure, in the unit of the kind.</summary>
    public double? Number { get; init; }

    /// <summary>Ties that the reason tells of and that <see cref="Suggestion.For"/> is no end of: to a member it is shown only where both ends of each allow it.</summary>
    public IReadOnlyList<DisclosedTie> Discloses { get; init; } = [];

    /// <summary>Whether it tells of columns that are private.</summary>
    public bool IsPrivate => Kind == SuggestionReasonKind.SameAttributes;
}

/// <summary>A tie between two others that a reason gives away.</summary>
/// <param name="One">One end.</param>
/// <param name="Other">The other end.</param>
public readonly record struct DisclosedTie(BusinessId One, BusinessId Other);
