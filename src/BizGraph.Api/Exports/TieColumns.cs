using BizGraph.Model;
using static BizGraph.Api.Exports.ColumnText;

namespace BizGraph.Api.Exports;

/// <summary>The columns of a list of ties, named so that an import takes the list as it is.</summary>
static class TieColumns
{
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<Column<Relationship>> All { get; } =
    [
        new("from", r => r.From.Value),
        new("to", r => r.To.Value),
        new("type", r => r.Type.ToString()),
        new("kind", r => r.Facts.Kind),
        new("directed", r => r.Key.IsDirected ? "directed" : "undirected"),
        new("industry", r => r.Facts.Industry?.Title),
        new("industry_code", r => r.Facts.Industry?.Code),
        new("industry_scheme", r => r.Facts.Industry?.Scheme),
        new("weight", r => Of(r.Facts.Weight), IsText: false),
        new("amount", r => Of(r.Facts.Amount), IsText: false),
        new("currency", r => r.Facts.Currency),
        new("since", r => Of(r.Facts.Since), IsText: false),
        new("until", r => Of(r.Facts.Until), IsText: false),
        new("ended", r => r.Facts.Ended switch { true => "yes", false => "no", null => null }),
        new("confidence", r => Of(r.Facts.Confidence), IsText: false),
        new("note", r => r.Facts.Note, IsPrivate: true),
    ];
}
