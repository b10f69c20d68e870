namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>How often each error happens to a name, 0 to 1. Errors are independent: a name may get several.</summary>
/// <remarks>
/// The kinds are those that people make who keep lists: what they abbreviate, leave out, add, swap and mistype. The rates are set by hand: mild is a list that someone
/// keeps carefully, strong a ledger that many clerks type into.
/// </remarks>
sealed record NameErrors
{
    public double LetterCase { get; init; }
    public double LegalForm { get; init; }
    public double Ampersand { get; init; }
    public double Article { get; init; }
    public double Abbreviation { get; init; }
    public double DroppedWord { get; init; }
    public double AddedWord { get; init; }
    public double SwappedWords { get; init; }
    public double JoinedWords { get; init; }
    public double Typo { get; init; }
    public double SecondTypo { get; init; }
    public double Punctuation { get; init; }
    public double Truncated { get; init; }
    public double TradingAs { get; init; }
    public double Acronym { get; init; }

    public static NameErrors Mild { get; } =
        new()
        {
            LetterCase = 0.5,
            LegalForm = 0.25,
            Ampersand = 0.5,
            Article = 0.1,
            Abbreviation = 0.12,
            DroppedWord = 0.1,
            AddedWord = 0.1,
            SwappedWords = 0.03,
            JoinedWords = 0.03,
            Typo = 0.08,
            Punctuation = 0.2,
            Truncated = 0.01,
            TradingAs = 0.01,
        };

    public static NameErrors Strong { get; } =
        new()
        {
            LetterCase = 0.5,
            LegalForm = 0.4,
            Ampersand = 0.5,
            Article = 0.1,
            Abbreviation = 0.25,
            DroppedWord = 0.2,
            AddedWord = 0.15,
            SwappedWords = 0.08,
            JoinedWords = 0.05,
            Typo = 0.25,
            SecondTypo = 0.05,
            Punctuation = 0.3,
            Truncated = 0.04,
            TradingAs = 0.02,
            Acronym = 0.01,
        };
}
