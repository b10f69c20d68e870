using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using static BizGraph.Ingest.Layouts.ValueForm;
using DecisionField = BizGraph.Ingest.Layouts.Field<BizGraph.Ingest.Answers.DecisionRow>;

namespace BizGraph.Ingest.Answers;

/// <summary>What one row says: whether two ids are the same business.</summary>
sealed class DecisionRow
{
    /// <summary>What was answered; null where the question is open.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether that is a yes; null where it is neither yes nor no.</summary>
    public bool? Same { get; set; }
    public string? Id { get; set; }
    public string? OtherId { get; set; }

    /// <summary>The columns of the list that asks for decisions; those that only help to decide are not taken.</summary>
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new DecisionField("same", Text, (d, c) => d.Same = AnswerOf(d, c.Text), "same business", "gleich", "dasselbe"),
        new DecisionField("id", Text, (d, c) => d.Id = c.Text),
        new DecisionField("other_id", Text, (d, c) => d.OtherId = c.Text),
        .. new[] { "name", "place", "other_name", "other_place", "score", "reason" }.Select(header => new DecisionField(header, Text, (_, _) => { })),
    ];

    static bool? AnswerOf(DecisionRow row, string text)
    {
        row.Answer = text;
        return BusinessWords.YesNo.TryGet(text, out var isYes) ? isYes : null;
    }
}
