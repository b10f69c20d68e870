using System.Security.Cryptography;
using System.Text;

namespace BizGraph.Model;

/// <summary>What is known of the businesses that were erased on request: keyed hashes, by which a row that names one again is found, and no text.</summary>
/// <param name="key">The key of the hashes (HMAC-SHA-256), which a store keeps for itself.</param>
/// <param name="marks">The hashes, as <see cref="MarksOf"/> makes them.</param>
public sealed class ErasedBusinesses(byte[] key, IReadOnlySet<string> marks)
{
    // Shorter are emergency numbers, extensions and signs for "none".
    const int LeastDigits = 5;

    /// <summary>Nothing was erased.</summary>
    public static ErasedBusinesses None { get; } = new([], new HashSet<string>());

    /// <summary>Whether a claim names one of them: by id, by name and town, by e-mail or by phone; an end of a tie by its id or by the id made of its name.</summary>
    /// <param name="source">The source of the claim.</param>
    /// <param name="claim">The claim.</param>
    public bool Names(string source, Claim claim) =>
        marks.Count > 0
        && claim switch
        {
            BusinessClaim business => MarksOf(business.Business, business.Said).Any(marks.Contains),
            RelationshipClaim tie => IsNamed(source, tie.From) || IsNamed(source, tie.To),
            MatchClaim match => marks.Contains(Mark(match.One)) || marks.Contains(Mark(match.Other)),
            _ => false,
        };

    /// <summary>The hashes of what a row says of a business.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="said">What the row says.</param>
    public IEnumerable<string> MarksOf(BusinessId id, BusinessFacts said)
    {
        yield return Mark(id);
        if (said.Name is not null)
        {
            yield return Mark("name", BusinessId.Normalize(said.Name), BusinessId.Normalize(said.Place?.Locality ?? ""));
        }

        // Of what is no address or number, such as "none" or "0", many rows say the same.
        if (said.Email?.Contains('@', StringComparison.Ordinal) == true)
        {
            yield return Mark("e-mail", BusinessId.Normalize(said.Email), "");
        }

        // As written numbers differ in spaces, brackets and the sign before the country.
        if (said.Phone is not null && string.Concat(said.Phone.Where(char.IsAsciiDigit)) is { Length: >= LeastDigits } digits)
        {
            yield return Mark("phone", digits, "");
        }
    }

    /// <summary>The hash of an id.</summary>
    /// <param name="id">The id.</param>
    public string Mark(BusinessId id) => Mark("id", id.Value, "");

    bool IsNamed(string source, RelationshipEnd end) =>
        marks.Contains(Mark(BusinessId.From(source, end.Text)))
        || (!end.IsId && marks.Contains(Mark(BusinessId.FromName(source, end.Text, locality: null))));

    string Mark(string kind, string text, string more) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}\n{text}\n{more}")));
}

/// <summary>What erasing a business came to.</summary>
/// <param name="Rows">Rows of its own that are gone.</param>
/// <param name="TieRows">Rows of ties that name somebody without a name in its place now.</param>
/// <param name="IsWiped">Whether the text is gone from the files of the store, too; another program that reads or writes may be in the way. What is left goes when the last program closes the store, or with the next erasure.</param>
public sealed record Erasure(long Rows, long TieRows, bool IsWiped);
