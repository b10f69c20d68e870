using BizGraph.Model;

namespace BizGraph.Ingest.Values;

/// <summary>Words, English and German, for what a business is, whose it is, whom it serves and whether it trades.</summary>
static class BusinessWords
{
    public static readonly WordTable<BusinessKind> Kinds = new(
        (
            BusinessKind.Business,
            [
                "business",
                "company",
                "firm",
                "shop",
                "enterprise",
                "organization",
                "organisation",
                "Unternehmen",
                "Firma",
                "Betrieb",
            ]
        ),
        (
            BusinessKind.PublicBody,
            [
                "public body",
                "publicbody",
                "council",
                "authority",
                "local authority",
                "government",
                "public sector",
                "Behörde",
                "Gemeinde",
                "Amt",
            ]
        ),
        (
            BusinessKind.Nonprofit,
            [
                "nonprofit",
                "not for profit",
                "charity",
                "association",
                "ngo",
                "social enterprise",
                "voluntary",
                "Verein",
                "Stiftung",
            ]
        ),
        (BusinessKind.Education, ["education", "school", "college", "university", "Schule", "Hochschule", "Universität"]),
        (BusinessKind.Finance, ["finance", "bank", "credit union", "fund", "insurer", "insurance", "Sparkasse", "Versicherung"]),
        (BusinessKind.Media, ["media", "newspaper", "radio", "publisher", "press", "Zeitung", "Medien", "Verlag"]),
        (BusinessKind.Person, ["person", "individual", "people", "Privatperson"]),
        (BusinessKind.Other, ["other", "Sonstige", "Andere"])
    );

    public static readonly WordTable<Ownership> Ownerships = new(
        (Ownership.Unknown, ["unknown", "not known", "unbekannt"]),
        (
            Ownership.LocalIndependent,
            ["local independent", "independent", "local", "locally owned", "family", "inhabergeführt", "unabhängig", "lokal"]
        ),
        (Ownership.Regional, ["regional", "regional chain"]),
        (Ownership.National, ["national", "national chain"]),
        (Ownership.International, ["international", "multinational", "global", "foreign"])
    );

    public static readonly WordTable<ServedArea> ServedAreas = new(
        (ServedArea.Local, ["local", "town", "lokal"]),
        (ServedArea.Regional, ["regional", "region", "county"]),
        (ServedArea.National, ["national", "nationwide", "country", "bundesweit"]),
        (ServedArea.Worldwide, ["worldwide", "international", "global", "world", "weltweit"])
    );

    public static readonly WordTable<BusinessStatus> Statuses = new(
        (BusinessStatus.Active, ["active", "open", "trading", "aktiv", "offen"]),
        (BusinessStatus.Closed, ["closed", "inactive", "dissolved", "ceased", "geschlossen", "inaktiv", "aufgelöst"])
    );

    public static readonly WordTable<LocatedBy> Locators = new(
        (LocatedBy.PostalCode, ["postal code", "postcode", "Postleitzahl"]),
        (LocatedBy.Town, ["town", "Ort"])
    );

    public static readonly WordTable<bool> YesNo = new(
        (true, ["yes", "y", "true", "1", "x", "ja", "j", "wahr"]),
        (false, ["no", "n", "false", "0", "nein", "falsch"])
    );

    /// <summary>The ISO 4217 code for a sign or a word; a code stands for itself.</summary>
    public static readonly WordTable<string> Currencies = new(
        ("GBP", ["pound", "pounds", "pound sterling", "sterling", "Pfund"]),
        ("EUR", ["euro", "euros"]),
        ("USD", ["dollar", "dollars", "US dollar", "US dollars"]),
        ("CHF", ["Franken", "Schweizer Franken", "swiss franc", "swiss francs"])
    );
}
