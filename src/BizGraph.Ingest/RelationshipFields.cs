using BizGraph.Ingest.Values;
using static BizGraph.Ingest.Layouts.ValueForm;
using RelationshipField = BizGraph.Ingest.Layouts.Field<BizGraph.Ingest.RelationshipRow>;

namespace BizGraph.Ingest;

/// <summary>The columns of a list of ties and of a ledger: name, what its cells say, and the other headers it goes by. A new column or word is one line.</summary>
static class RelationshipFields
{
    const string AboveZero = "a number above 0";

    // csharpier-ignore - a column is one line
    static IEnumerable<RelationshipField> Both =>
        [
            new("industry", Text, (t, c) => t.Industry = c.Text, "sector", "Branche"),
            new("industry_code", Text, (t, c) => t.IndustryCode = c.Text),
            new("industry_scheme", Text, (t, c) => t.IndustryScheme = c.Text),
            new("amount", Amount, TakeAmount, "value", "net amount", "total amount", "contract value", "Betrag", "Summe", "Wert"),
            new("currency", Text, (t, c) => t.Currency = c.Currency(), "Währung"),
            new("note", Text, (t, c) => t.Note = c.Text, "notes", "description", "comment", "remark", "Notiz", "Bemerkung", "Beschreibung"),
            new(RefusedRow.ReasonHeader, Text, (_, c) => c.KeepUnlessReason()),
            new("confidence", Number, (t, c) => t.Confidence = c.Number(0, 1, "a number from 0 to 1")),
        ];

    static readonly string[] TypeWords =
    [
        "relation",
        "relationship",
        "relationship type",
        "tie",
        "tie type",
        "Beziehung",
        "Art",
        "Typ",
    ];

    /// <summary>Those of a list of ties.</summary>
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<RelationshipField> Ties { get; } =
    [
        new("from", Text, (t, c) => t.From = c.Text, "source", "Von", "Quelle"),
        new("to", Text, (t, c) => t.To = c.Text, "target", "An", "Nach", "Zu", "Ziel"),
        new("type", TypeWord, TakeType, TypeWords),
        new("kind", Text, (t, c) => t.Kind = c.Text),
        new("directed", Text, (t, c) => t.Direction = c.Direction() ?? t.Direction, "direction", "Richtung", "gerichtet"),
        new("weight", Number, (t, c) => t.Weight = c.Number(double.Epsilon, double.MaxValue, AboveZero), "strength", "Gewicht", "Stärke"),
        new("since", Date, (t, c) => t.Since = c.Date()?.First, "start", "start date", "Seit", "Beginn"),
        new("until", Date, (t, c) => t.Until = c.Date()?.Last, "end", "end date", "Bis", "Ende"),
        new("ended", Text, (t, c) => t.Ended = c.Word(BusinessWords.YesNo, "yes or no"), "beendet"),
        new("id", Text, (_, c) => c.Keep()),
        new("label", Text, (_, c) => c.Keep()),
        new("tags", Text, (_, c) => c.Keep()),
        .. Both,
    ];

    /// <summary>Those of a ledger.</summary>
    // csharpier-ignore - a column is one line
    public static IReadOnlyList<RelationshipField> Ledger { get; } =
    [
        new("supplier", Text, (t, c) => t.From = c.Text, "supplier name", "vendor", "vendor name", "payee", "beneficiary", "Lieferant", "Auftragnehmer"),
        new("buyer", Text, (t, c) => t.To = c.Text, "customer", "department", "buyer name", "customer name", "Käufer", "Kunde", "Abteilung", "Auftraggeber"),
        new("date", Date, (t, c) => t.Date = c.Date()?.First, "payment date", "invoice date", "award date", "awarded", "transaction date", "Datum", "Zahlungsdatum", "Rechnungsdatum"),
        new("document", Text, (t, c) => t.Document = c.Text, "document number", "invoice", "invoice number", "voucher", "notice", "transaction number", "reference", "ref", "id", "Beleg", "Belegnummer", "Rechnungsnummer"),
        new("type", LedgerType, (_, c) => c.Keep(), TypeWords),
        .. Both,
    ];

    static void TakeType(RelationshipRow tie, Cell cell)
    {
        if (cell.SaysDirections)
        {
            tie.Direction ??= cell.Direction();
        }
        else
        {
            tie.Relation = cell.Text;
        }
    }

    static void TakeAmount(RelationshipRow tie, Cell cell)
    {
        tie.Amount = cell.Money(decimal.MinValue, "an amount of money", out var currency);
        tie.AmountCurrency = currency;
    }
}
