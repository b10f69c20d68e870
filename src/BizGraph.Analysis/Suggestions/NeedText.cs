using System.Text.RegularExpressions;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What a need is after.</summary>
enum NeedKind
{
    /// <summary>Something to get: "bookkeeping".</summary>
    Thing,

    /// <summary>Somebody to take what the one who asks has: "customers for honey", "log buyers".</summary>
    Takers,

    /// <summary>Businesses of a trade to sell to: "restaurants to supply".</summary>
    Trade,

    /// <summary>Customers of any kind: "new clients".</summary>
    Customers,
}

/// <summary>Tells needs of things from those of customers, whose tie would run the other way.</summary>
static partial class NeedText
{
    /// <summary>What kind of need it is, and what about: the thing, or the trade of those sought.</summary>
    public static (NeedKind Kind, string About) Read(string need) =>
        Takers().Match(need) is { Success: true } takers ? (NeedKind.Takers, About(takers))
        : Seller().Match(need) is { Success: true } seller ? (NeedKind.Takers, About(seller))
        : Trade().Match(need) is { Success: true } trade ? (NeedKind.Trade, About(trade))
        : Customers().IsMatch(need) ? (NeedKind.Customers, need.Trim())
        : (NeedKind.Thing, need.Trim());

    static string About(Match match) => match.Groups["about"].Value.Trim();

    const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // "customers for our bread", "Abnehmer für Käse"; "lamb buyers", "Holzkäufer" is a word of its own.
    [GeneratedRegex(
        @"\b(customers?|clients?|buyers?|purchasers?|takers|outlets|stockists|retailers|kunden|kundinnen|kundschaft|abnehmer(innen)?|käufer(innen)?|interessenten|verkaufsstellen|wiederverkäufer)\s+(for|of|für|von)\s+(?<about>\S.*)$|^\s*(?<about>\S.*\S)\s+(buyers?|abnehmer|käufer)\s*$",
        Any
    )]
    private static partial Regex Takers();

    // "shops to sell our candles", "Läden, die unsere Kerzen verkaufen".
    [GeneratedRegex(
        @"\b(shops?|stores?|cafés?|delis?|outlets|retailers|stockists|galleries|businesses|companies|people|someone|somebody|anyone)\s+(to|who|that|which)\s+(sell|stock|buy|take)\s+(?!to\b)(?<about>\S.*)$|\S\s*,?\s+die\s+(?<about>\S.*\S)\s+(verkaufen|kaufen|abnehmen)\s*$",
        Any
    )]
    private static partial Regex Seller();

    // "restaurants to supply", "Restaurants als Kunden", "Cafés zum Beliefern".
    [GeneratedRegex(
        @"^\s*(?<about>\S.*\S)\s+(to\s+(supply|sell\s+to|deliver\s+to|serve)|as\s+(customers|clients|buyers|stockists)|als\s+(kunden|abnehmer|käufer|wiederverkäufer)|(zum|zu)\s+beliefern)\s*$",
        Any
    )]
    private static partial Regex Trade();

    [GeneratedRegex(
        @"^\W*(\w+\W+)?(customers?|clients?|buyers?|purchasers?|borrowers?|kunden|kundinnen|kundschaft|neukunden|firmenkunden|abnehmer|käufer)\W*$",
        Any
    )]
    private static partial Regex Customers();
}
