using BizGraph.Model;
using static BizGraph.Model.RelationshipType;

namespace BizGraph.Ingest.Values;

/// <summary>What a word for a relation means.</summary>
/// <param name="Type">The type of the tie.</param>
/// <param name="IsReversed">Whether the second end is the one that acts: "A buys from B" is a supply of B to A.</param>
/// <param name="IsKind">Whether the word says more than the type, and is kept as the kind.</param>
readonly record struct RelationWord(RelationshipType Type, bool IsReversed = false, bool IsKind = false);

/// <summary>Words for relations, English and German. A new word is one more string here.</summary>
static class RelationWords
{
    static readonly WordTable<RelationWord> Table = new(
        (
            new(Supplies),
            ["supplies", "supply", "supplier", "supplier of", "supplies to", "vendor", "vendor of", "sells to", "sells"]
        ),
        (new(Supplies), ["liefert", "liefert an", "beliefert", "Lieferant", "Lieferant von", "verkauft an"]),
        (new(Supplies, IsReversed: true), ["buys from", "customer of", "client of", "supplied by", "purchases from"]),
        (new(Supplies, IsReversed: true), ["kauft bei", "kauft von", "Kunde von", "bezieht von"]),
        (new(Refers), ["refers", "refers to", "referral", "referred", "recommends", "introduced", "introduces"]),
        (new(Refers), ["empfiehlt", "Empfehlung"]),
        (new(Refers, IsReversed: true), ["referred by", "recommended by", "introduced by"]),
        (new(Mentors), ["mentors", "mentor", "mentor of", "mentoring", "coach", "coaches", "advises", "advice to", "advisor to"]),
        (new(Mentors), ["berät", "beraet", "Mentor von"]),
        (new(Mentors, IsReversed: true), ["mentee of", "mentored by", "advised by", "seeks advice from", "asks advice of"]),
        (new(Mentors, IsReversed: true), ["fragt um Rat", "Mentee von"]),
        (new(Partners), ["partner", "partners", "partner of", "partners with", "partnership", "works with", "collaborates"]),
        (new(Partners), ["collaborates with", "collaboration", "joint venture", "alliance", "Kooperation", "kooperiert mit"]),
        (
            new(Exchanges),
            ["exchanges", "exchange", "barter", "barters", "barters with", "swap", "swaps", "tauscht", "tauscht mit"]
        ),
        (new(Shares), ["shares", "share", "shares with", "co-located", "same premises", "teilt", "teilt mit"]),
        (new(Sponsors), ["sponsors", "sponsor", "sponsor of", "donates", "donates to", "donor", "sponsert", "spendet an"]),
        (new(Sponsors, IsReversed: true), ["sponsored by"]),
        (new(Finances), ["finances", "finance", "invests", "invests in", "investor", "lends", "lends to", "lender"]),
        (new(Finances), ["finanziert", "investiert in"]),
        (new(Finances, IsReversed: true), ["financed by", "borrows from"]),
        (new(Knows), ["knows", "know", "kennt"]),
        (new(Knows, IsKind: true), ["friend", "friends", "friend of", "friends with", "met"])
    );

    /// <summary>What a word for a relation means, if it is known.</summary>
    public static bool TryGet(string word, out RelationWord meaning) => Table.TryGet(word, out meaning);
}
