namespace BizGraph.Api.Templates;

/// <summary>The template in English.</summary>
static class EnglishTemplate
{
    // csharpier-ignore - a column is one line
    public static TemplateText Text { get; } = new(
        "Businesses",
        [
            new("id", "A short name or number that you choose and keep; leave it empty if you have none.", "1", "2", "3"),
            new("name", "The name of the business. The only column that must be filled in.", "Old Mill Bakery", "Marlow Joinery", "Harbour Books"),
            new("industry", "What it does, in your own words.", "Bakery", "Joiner", "Bookshop"),
            new("address", "Street and house number.", "3 Mill Lane", "1 Dock Road", "5 The Quay"),
            new("postal_code", "The postcode.", "TB1 2AB", "TB9 1XX", "TB1 4AA"),
            new("locality", "The town or village.", "Ham", "Ely", "Ham"),
            new("website", "Its web address.", "https://oldmill.example", "", "https://harbour.example"),
            new("email", "An e-mail address. It is private: only organizers see it.", "desk@oldmill.example", "", ""),
            new("phone", "A telephone number. It is private, too.", "01632 960001", "01632 960002", ""),
            new("employees", "How many people work there.", "6", "3", "2"),
            new("ownership", "Who decides: local independent, regional, national or international.", "local independent", "local independent", "local independent"),
            new("offers", "What it can do for others; several things apart by |.", "bread|cakes", "shop fittings", "local history"),
            new("needs", "What it looks for; several things apart by |.", "flour", "timber|an apprentice", "shelves"),
            new("tags", "Values and certificates, apart by |.", "living wage", "", "plastic free"),
            new("networks", "The networks that it belongs to, apart by |.", "Ham Traders", "Ham Traders", ""),
        ],
        "Ties",
        [
            new("from", "Who supplies, refers, advises or gives: the id or the name.", "1", "2", "Harbour Books"),
            new("to", "Who is supplied, referred, advised or given to: the id or the name.", "3", "3", "Old Mill Bakery"),
            new("type", "What the tie is: supplies, refers, mentors, partners, exchanges, shares, sponsors, finances or knows.", "supplies", "mentors", "refers"),
            new("amount", "Money a year, where it is about money. It is private.", "1200", "", ""),
            new("currency", "The currency of the amount, such as GBP.", "GBP", "", ""),
            new("since", "Since when, as 2024-05-01 or only the year.", "2024", "2025-05-01", "2023"),
            new("note", "Anything else. It is private.", "bread for the reading room", "", ""),
        ],
        "Read me (ignore)",
        [
            "Fill in the two sheets; the three rows in each are examples: write over them.",
            "Only the name is needed. Leave a cell empty where you do not know. Columns that you add are kept.",
            "Save the file and take it in. Take it in again whenever you changed it: nothing is counted twice.",
        ]
    );
}
