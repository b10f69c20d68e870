using System.Text;

namespace BizGraph.Model;

/// <summary>The stable id of a business: the one its source gave, else one made of its name and locality.</summary>
/// <remarks>
/// A pure function of the source and what the row says, so that no order of imports changes it. Ids are one space per source:
/// the default source's ids stand as given, those of another source are followed by <c>@source</c>.
/// An id made of a name begins with <c>~</c>. The three forms never meet (see <see cref="From"/>).
/// </remarks>
public readonly record struct BusinessId : IComparable<BusinessId>
{
    /// <summary>The source whose ids are shown as given.</summary>
    public const string DefaultSource = "default";

    readonly string? _value;

    /// <summary>Takes an id as it was shown; use <see cref="From"/> or <see cref="FromName"/> for what a source says.</summary>
    public BusinessId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>The id as text.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The id of the business that <paramref name="source"/> calls <paramref name="id"/>.</summary>
    /// <remarks>An id that begins like one made of a name is written with a second <c>~</c>; one that holds an <c>@</c> always names its source.</remarks>
    public static BusinessId From(string source, string id) =>
        // Who decides by hand points at a business that is shown, of whatever source.
        source == Import.ByHand
            ? new BusinessId(id)
            : InSource(source, id.StartsWith('~') ? "~" + id : id, mayStandAlone: !id.Contains('@', StringComparison.Ordinal));

    /// <summary>The id of a business that has no id of its own in <paramref name="source"/>.</summary>
    /// <param name="source">The source that names it.</param>
    /// <param name="name">The name as written; letter case and spacing make no difference.</param>
    /// <param name="locality">The town, where the source says one: two businesses of one name in two towns are two.</param>
    public static BusinessId FromName(string source, string name, string? locality)
    {
        var town = locality is null ? string.Empty : Normalize(locality);
        var text = "~" + Slug(Normalize(name)) + (town.Length == 0 ? string.Empty : "~" + Slug(town));
        return InSource(source, text, mayStandAlone: !text.Contains('@', StringComparison.Ordinal));
    }

    /// <summary>The source whose id it is.</summary>
    public string Source => Value.LastIndexOf('@') is > 0 and var at ? Value[(at + 1)..] : DefaultSource;

    /// <summary>Whether its source gave it; otherwise it is made of a name.</summary>
    public bool IsGiven => !Value.StartsWith('~') || Value.StartsWith("~~", StringComparison.Ordinal);

    /// <summary>The name that it is made of, as <see cref="Normalize"/> writes it; null for one that a source gave, and for one with a town.</summary>
    public string? MadeOfName
    {
        get
        {
            var end = Value.LastIndexOf('@') is > 0 and var at ? at : Value.Length;
            return IsGiven || Value.IndexOf('~', 1, end - 1) >= 0
                ? null
                : Value[1..end]
                    .Replace('-', ' ')
                    .Replace("%7e", "~", StringComparison.Ordinal)
                    .Replace("%2d", "-", StringComparison.Ordinal)
                    .Replace("%25", "%", StringComparison.Ordinal);
        }
    }

    /// <summary>A name as it is compared: compatibility forms folded, lower case, single spaces.</summary>
    public static string Normalize(string name)
    {
        var text = name.IsNormalized(NormalizationForm.FormKC) ? name : name.Normalize(NormalizationForm.FormKC);
        return string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <inheritdoc/>
    public int CompareTo(BusinessId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    public static bool operator <(BusinessId left, BusinessId right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(BusinessId left, BusinessId right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(BusinessId left, BusinessId right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(BusinessId left, BusinessId right) => left.CompareTo(right) >= 0;

    static BusinessId InSource(string source, string text, bool mayStandAlone) =>
        new(source == DefaultSource && mayStandAlone ? text : $"{text}@{source}");

    // '-' stands for a space and '~' parts name and town, so those of the name itself are escaped.
    static string Slug(string normalized) =>
        normalized
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("-", "%2d", StringComparison.Ordinal)
            .Replace("~", "%7e", StringComparison.Ordinal)
            .Replace(' ', '-');
}
