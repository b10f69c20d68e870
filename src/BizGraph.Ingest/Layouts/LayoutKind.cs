using BizGraph.Ingest.Answers;
using BizGraph.Ingest.Attendance;
using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>A way to lay out a list: its fields, and those that make it what it is.</summary>
/// <param name="Name">What its rows are.</param>
/// <param name="Fields">The columns it may have.</param>
/// <param name="Marks">One of these groups of fields must be there whole.</param>
sealed record LayoutKind(string Name, IReadOnlyList<Field> Fields, IReadOnlyList<string[]> Marks)
{
    /// <summary>A list of businesses.</summary>
    public static LayoutKind Businesses { get; } =
        new(
            "businesses",
            BusinessFields.All,
            [
                ["name"],
                ["id"],
            ]
        );

    /// <summary>A list of ties.</summary>
    public static LayoutKind Ties { get; } =
        new(
            "ties",
            RelationshipFields.Ties,
            [
                ["from", "to"],
            ]
        );

    /// <summary>Payments or awards, one a row.</summary>
    public static LayoutKind Ledger { get; } =
        new(
            "ledger rows",
            RelationshipFields.Ledger,
            [
                ["supplier", "buyer"],
            ]
        );

    /// <summary>Who was where: boards, clubs, meetings.</summary>
    public static LayoutKind Attendance { get; } =
        new(
            "attendance",
            AttendanceRow.Fields,
            [
                ["business", "event"],
            ]
        );

    /// <summary>Pairs that may be one business, answered with yes or no.</summary>
    public static LayoutKind Decisions { get; } =
        new(
            "decisions",
            DecisionRow.Fields,
            [
                ["same", "id", "other_id"],
            ]
        );

    /// <summary>All of them, the most telling first: a list of ties may have a name column, too.</summary>
    public static IReadOnlyList<LayoutKind> All { get; } = [Decisions, Ties, Ledger, Attendance, Businesses];

    /// <summary>The name of every field by its folded form.</summary>
    public static IReadOnlyDictionary<string, string> FieldNames { get; } =
        All.SelectMany(kind => kind.Fields).Select(field => field.Name).Distinct().ToDictionary(WordForm.Fold);

    /// <summary>What would make a file one of these lists.</summary>
    public const string Expected =
        "a column for the name or id of a business (name, business, company, Firma, ...), "
        + "two for the ends of a tie (from and to, source and target), supplier and buyer, or business and event; --column name=HEADER names one by hand";

    readonly Dictionary<string, (Field Field, int Rank)> _byHeader = ByHeader(Fields);

    /// <summary>The field that goes by a header; the lower the rank, the closer.</summary>
    public Field? FieldOf(string headerKey, out int rank)
    {
        var (field, closeness) = _byHeader.GetValueOrDefault(headerKey);
        rank = closeness;
        return field;
    }

    static Dictionary<string, (Field Field, int Rank)> ByHeader(IReadOnlyList<Field> fields)
    {
        var byHeader = new Dictionary<string, (Field Field, int Rank)>();
        foreach (var field in fields)
        {
            byHeader.Add(WordForm.Fold(field.Name), (field, 0));
        }

        foreach (var field in fields)
        {
            for (var i = 0; i < field.Words.Count; i++)
            {
                byHeader.TryAdd(WordForm.Fold(field.Words[i]), (field, i + 1));
            }
        }

        return byHeader;
    }
}
