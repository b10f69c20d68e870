using BizGraph.Model;
using static BizGraph.Api.Reasons.GermanFigures;

namespace BizGraph.Api.Languages;

/// <summary>A business's page in German.</summary>
sealed class GermanBusinesses : IBusinessWords
{
    public static GermanBusinesses Instance { get; } = new();

    public string NotListed => "Nur in Verbindungen genannt; noch steht der Betrieb in keiner eigenen Zeile.";
    public string Closed => "Geschlossen: bleibt gespeichert, zählt aber nirgends mit.";
    public string Ties => "Verbindungen";
    public string NoTie => "Noch keine Verbindung.";
    public string PlaceInNetwork => "Platz im Netzwerk";
    public string WouldCutOff => "Würde dieser Betrieb schließen, wären andere voneinander abgeschnitten.";
    public string CouldDealWith => "Wer zusammenpassen könnte";
    public string NobodySuits => "Zurzeit ist niemand bekannt, der passen würde.";
    public string Origins => "Woher das stammt";
    public string FromTies => "Aus den Verbindungen, in denen der Name steht.";
    public string Ended => "beendet";

    public ProfileHeadings Headings { get; } =
        new(
            Id: "Kennung",
            Kind: "Art",
            Trade: "Branche",
            Place: "Ort",
            Owners: "Eigentümer",
            Serves: "Kundschaft",
            People: "Mitarbeitende",
            Founded: "Gegründet",
            Website: "Website",
            Offers: "Bietet",
            Needs: "Sucht",
            Values: "Werte",
            Networks: "Netzwerke"
        );

    public string Role(Relationship relationship, bool isFrom) =>
        (relationship.Type, isFrom || !relationship.Key.IsDirected) switch
        {
            (RelationshipType.Supplies, true) => "Beliefert",
            (RelationshipType.Supplies, false) => "Kauft bei",
            (RelationshipType.Refers, true) => "Schickt Kunden zu",
            (RelationshipType.Refers, false) => "Bekommt Kunden von",
            (RelationshipType.Mentors, true) => "Berät",
            (RelationshipType.Mentors, false) => "Wird beraten von",
            (RelationshipType.Partners, _) => "Arbeitet zusammen mit",
            (RelationshipType.Exchanges, _) => "Tauscht mit",
            (RelationshipType.Shares, _) => "Teilt mit",
            (RelationshipType.Sponsors, true) => "Fördert",
            (RelationshipType.Sponsors, false) => "Wird gefördert von",
            (RelationshipType.Finances, true) => "Finanziert",
            (RelationshipType.Finances, false) => "Wird finanziert von",
            (RelationshipType.Knows, true) => "Kennt",
            (RelationshipType.Knows, false) => "Ist bekannt bei",
            _ => throw new ArgumentOutOfRangeException(nameof(relationship), relationship.Type, null),
        };

    public string Kind(BusinessKind kind) =>
        kind switch
        {
            BusinessKind.Business => "Betrieb",
            BusinessKind.PublicBody => "Öffentliche Stelle",
            BusinessKind.Nonprofit => "Verein oder gemeinnützig",
            BusinessKind.Education => "Schule oder Hochschule",
            BusinessKind.Finance => "Bank oder Finanzierung",
            BusinessKind.Media => "Presse oder Medien",
            BusinessKind.Person => "Person",
            BusinessKind.Other => "Andere Organisation",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public string? Owners(Ownership ownership) =>
        ownership switch
        {
            Ownership.Unknown => null,
            Ownership.LocalIndependent => "In örtlicher Hand",
            Ownership.Regional => "Teil einer regionalen Gruppe",
            Ownership.National => "Teil einer landesweiten Gruppe",
            Ownership.International => "Teil einer internationalen Gruppe",
            _ => throw new ArgumentOutOfRangeException(nameof(ownership), ownership, null),
        };

    public string Serves(ServedArea area) =>
        area switch
        {
            ServedArea.Local => "In der Nähe",
            ServedArea.Regional => "In der Region",
            ServedArea.National => "Im ganzen Land",
            ServedArea.Worldwide => "Weltweit",
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, null),
        };

    public string People(int people) => Number(people);

    public string MoneyInAll(decimal amount, string? currency) =>
        $"insgesamt {amount.ToString("N0", Numbers)} {currency}".TrimEnd();

    public string Since(DateOnly day) => $"seit {Month(day)}";

    public string FirstShown(int shown, int all) =>
        $"Hier stehen die ersten {Number(shown)} von {Count(all, "Verbindung", "Verbindungen")}; über GraphQL gibt es alle.";

    public string PlaceOf(int others, int members) =>
        $"Verbunden mit {Count(others, "anderen", "anderen")}, in einer Gruppe mit {Count(members, "Mitglied", "Mitgliedern")}.";

    public string Row(string file, long row) => $"{file}, Zeile {row}";

    public string Import(int number, DateOnly day) => $"Import {number}, {Day(day)}";

    public string Says(IEnumerable<string> cells) => $"sagt: {string.Join(", ", cells.Select(Cell))}";

    // A cell without a word of its own keeps the name that an import knows it by.
    static string Cell(string cell) => Cells.GetValueOrDefault(cell, cell);

    /// <summary>The names of the cells of a business.</summary>
    internal static IReadOnlyDictionary<string, string> Cells { get; } =
        new Dictionary<string, string>
        {
            ["name"] = "Name",
            ["kind"] = "Art",
            ["industry code"] = "Branchenschlüssel",
            ["industry scheme"] = "Branchenverzeichnis",
            ["industry"] = "Branche",
            ["address"] = "Adresse",
            ["locality"] = "Ort",
            ["region"] = "Region",
            ["country"] = "Land",
            ["postal code"] = "Postleitzahl",
            ["coordinates"] = "Koordinaten",
            ["ownership"] = "Eigentümer",
            ["serves"] = "Kundschaft",
            ["employees"] = "Mitarbeitende",
            ["turnover"] = "Umsatz",
            ["spend"] = "Ausgaben",
            ["currency"] = "Währung",
            ["founded"] = "Gründungsjahr",
            ["website"] = "Website",
            ["e-mail"] = "E-Mail",
            ["phone"] = "Telefon",
            ["offers"] = "Angebot",
            ["needs"] = "Bedarf",
            ["open to"] = "offen für",
            ["not with"] = "nicht mit",
            ["tags"] = "Werte",
            ["networks"] = "Netzwerke",
            ["status"] = "Status",
        };
}
