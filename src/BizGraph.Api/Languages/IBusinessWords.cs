using BizGraph.Model;

namespace BizGraph.Api.Languages;

/// <summary>What is said of a business on its page. A language that lacks a word does not compile.</summary>
interface IBusinessWords
{
    string NotListed { get; }
    string Closed { get; }
    string Ties { get; }
    string NoTie { get; }
    string PlaceInNetwork { get; }
    string WouldCutOff { get; }
    string CouldDealWith { get; }
    string NobodySuits { get; }
    string Origins { get; }
    string FromTies { get; }

    /// <summary>The headings of the profile.</summary>
    ProfileHeadings Headings { get; }

    /// <summary>What a business does to the other end of its tie, seen from it.</summary>
    /// <param name="relationship">The tie.</param>
    /// <param name="isFrom">Whether the business stands at its start.</param>
    string Role(Relationship relationship, bool isFrom);

    /// <summary>The kind of an organization.</summary>
    string Kind(BusinessKind kind);

    /// <summary>Who owns a business; null where nobody said.</summary>
    string? Owners(Ownership ownership);

    /// <summary>How far its customers are.</summary>
    string Serves(ServedArea area);

    /// <summary>How many people work there.</summary>
    string People(int people);

    /// <summary>A total of money.</summary>
    string MoneyInAll(decimal amount, string? currency);

    /// <summary>When a tie began.</summary>
    string Since(DateOnly day);

    /// <summary>That a tie ended.</summary>
    string Ended { get; }

    /// <summary>That only the first of many ties are shown.</summary>
    string FirstShown(int shown, int all);

    /// <summary>To how many others it is tied, and how large its community is.</summary>
    string PlaceOf(int others, int members);

    /// <summary>Which row of which file.</summary>
    string Row(string file, long row);

    /// <summary>Which import, and when.</summary>
    string Import(int number, DateOnly day);

    /// <summary>What a row says, by the names of its cells.</summary>
    string Says(IEnumerable<string> cells);
}

/// <summary>The headings of a business's profile.</summary>
sealed record ProfileHeadings(
    string Id,
    string Kind,
    string Trade,
    string Place,
    string Owners,
    string Serves,
    string People,
    string Founded,
    string Website,
    string Offers,
    string Needs,
    string Values,
    string Networks
);
