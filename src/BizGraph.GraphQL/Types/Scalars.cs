using System.Globalization;
using System.Text.Json;

namespace BizGraph.GraphQL.Types;

/// <summary>The five scalars of the specification (3.5) and the ones that C# types bring with them.</summary>
static class Scalars
{
    public static readonly ScalarType Int = new IntScalar();
    public static readonly ScalarType Float = new FloatScalar();
    public static readonly ScalarType String = new StringScalar();
    public static readonly ScalarType Boolean = new BooleanScalar();
    public static readonly ScalarType Id = new IdScalar();

    public static readonly ScalarType Long = new TextScalar<long>("Long", null)
    {
        Description = "A whole number of 64 bits.",
        Parse = text => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        WriteValue = (writer, value) => writer.WriteNumberValue(value),
        AcceptsNumbers = true,
    };

    public static readonly ScalarType Decimal = new TextScalar<decimal>("Decimal", null)
    {
        Description = "An exact decimal number.",
        Parse = text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        WriteValue = (writer, value) => writer.WriteNumberValue(value),
        AcceptsNumbers = true,
    };

    /// <summary>RFC 3339: seconds with up to seven digits behind them, and always an offset.</summary>
    static readonly string[] DateTimeForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static readonly ScalarType DateTime = new TextScalar<DateTimeOffset>(
        "DateTime",
        "https://scalars.graphql.org/chillicream/date-time.html"
    )
    {
        Description = "A date and a time of day with its offset from UTC.",
        Parse = text =>
            DateTimeOffset.ParseExact(text, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        WriteValue = (writer, value) => writer.WriteStringValue(value),
        From = value => value is DateTime time ? new DateTimeOffset(System.DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null,
    };

    public static readonly ScalarType LocalDate = new TextScalar<DateOnly>(
        "LocalDate",
        "https://scalars.graphql.org/chillicream/local-date.html"
    )
    {
        Description = "A date, as year-month-day.",
        Parse = text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        WriteValue = (writer, value) => writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };

    public static readonly ScalarType Uuid = new TextScalar<Guid>("UUID", "https://scalars.graphql.org/chillicream/uuid.html")
    {
        Description = "A universally unique identifier.",
        Parse = Guid.Parse,
        WriteValue = (writer, value) => writer.WriteStringValue(value),
    };

    public static readonly ScalarType Uri = new TextScalar<Uri>("URL", "https://tools.ietf.org/html/rfc3986")
    {
        Description = "An absolute address on the web.",
        // A path such as /a would pass as the address of a file.
        Parse = text => text.StartsWith('/') ? throw new FormatException("An address begins with its scheme.") : new Uri(text),
        WriteValue = (writer, value) => writer.WriteStringValue(value.OriginalString),
    };

    public static readonly ScalarType Any = new AnyScalar("Any");

    public static readonly ScalarType Upload = new UploadScalar();

    public static readonly IReadOnlyList<ScalarType> Specified = [Int, Float, String, Boolean, Id];

    public static bool IsSpecified(NamedType type) => type is ScalarType scalar && Specified.Contains(scalar);

    /// <summary>A JSON value as an error shows it: never more than a line.</summary>
    public static string Shorten(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 100 ? text : text[..97] + "...";
    }
}

/// <summary>A scalar (spec 3.5).</summary>
abstract class ScalarType(string name, string? specifiedBy = null) : LeafType(name)
{
    /// <summary>The address of its specification (3.5.5).</summary>
    public string? SpecifiedBy { get; } = specifiedBy;
}
