namespace BizGraph.Model;

/// <summary>Where a claim stands in its import.</summary>
/// <param name="File">Number of the file in its import, from 0.</param>
/// <param name="Row">Row number in that file, from 1, as a person counts: the header is row 1.</param>
/// <param name="Part">Which of several claims of the same row, from 0.</param>
public readonly record struct ClaimPosition(int File, long Row, int Part = 0) : IComparable<ClaimPosition>
{
    /// <summary>Before any row.</summary>
    public static ClaimPosition Start { get; }

    /// <inheritdoc/>
    public int CompareTo(ClaimPosition other) =>
        File != other.File ? File.CompareTo(other.File)
        : Row != other.Row ? Row.CompareTo(other.Row)
        : Part.CompareTo(other.Part);

    /// <summary>File, then row, then part.</summary>
    public static bool operator <(ClaimPosition left, ClaimPosition right) => left.CompareTo(right) < 0;

    /// <summary>File, then row, then part.</summary>
    public static bool operator >(ClaimPosition left, ClaimPosition right) => left.CompareTo(right) > 0;

    /// <summary>File, then row, then part.</summary>
    public static bool operator <=(ClaimPosition left, ClaimPosition right) => left.CompareTo(right) <= 0;

    /// <summary>File, then row, then part.</summary>
    public static bool operator >=(ClaimPosition left, ClaimPosition right) => left.CompareTo(right) >= 0;
}

/// <summary>What one row said, kept as it was taken in: the one root of provenance, re-import, undo and merging.</summary>
/// <param name="Position">Its file and row.</param>
public abstract record Claim(ClaimPosition Position);

/// <summary>What one row said of a business.</summary>
/// <param name="Position">Its file and row.</param>
/// <param name="Business">The business that it names.</param>
/// <param name="Said">What it said.</param>
public sealed record BusinessClaim(ClaimPosition Position, BusinessId Business, BusinessFacts Said) : Claim(Position);

/// <summary>What one row said of a tie.</summary>
/// <param name="Position">Its file and row.</param>
/// <param name="From">Its first end as written.</param>
/// <param name="To">Its second end as written.</param>
/// <param name="Said">What it said.</param>
/// <param name="Event">For a row of a ledger, the payment or award that it is; null for the row of a list, which is a state.</param>
public sealed record RelationshipClaim(
    ClaimPosition Position,
    RelationshipEnd From,
    RelationshipEnd To,
    RelationshipFacts Said,
    RelationshipEvent? Event = null
) : Claim(Position);

/// <summary>An end of a tie as its row wrote it.</summary>
/// <param name="Text">The text, trimmed.</param>
/// <param name="IsId">True where the file's format says that ends are ids; false where they are ids or names.</param>
public readonly record struct RelationshipEnd(string Text, bool IsId);

/// <summary>A payment, award or meeting: something that happened once, and that overlapping files name again.</summary>
/// <param name="Date">The day, where the row says it.</param>
/// <param name="Document">The number of the invoice, voucher or notice, where the row says it.</param>
public sealed record RelationshipEvent(DateOnly? Date, string? Document);
