using System.Collections.Frozen;

namespace BizGraph.Ingest.Matching.Words;

/// <summary>What is known of words in business names before any data is seen.</summary>
static class NameWords
{
    // The first word of each line stands for the others.
    static readonly FrozenDictionary<string, string> Spellings = Table(
        "brothers bros bro",
        "manufacturing mfg manuf manufacturers",
        "international intl internat",
        "service services svc svcs serv srvcs svs serices",
        "management mgmt mgt mngmt",
        "association assoc assn assocn",
        "associate associates assocs asscs",
        "department dept",
        "government govt",
        "center centre centers centres ctr cntr cen cent zentrum",
        "saint sankt",
        "mount mt",
        "fort ft",
        "hospital hosp hospitals",
        "university univ uni universitat",
        "national natl nat",
        "engineering eng engr engrg",
        "engineer engineers",
        "technology technologies tech techn",
        "construction constr const",
        "contractor contractors contr",
        "building bldg buildings",
        "builder builders bldrs",
        "property properties prop props",
        "distribution dist distrib",
        "distributor distributors",
        "development dev devt developments",
        "laboratory laboratories lab labs",
        "medical med",
        "centimeter cm",
        "transport transportation transp",
        "maintenance maint",
        "equipment equip eqpt",
        "supply supplies",
        "system systems sys",
        "solution solutions soln",
        "product products prod prods",
        "production productions",
        "enterprise enterprises ent",
        "industry industries ind inds",
        "group grp gp gruppe",
        "holding holdings hldgs hldg",
        "insurance ins",
        "investment investments inv",
        "restaurant restaurants rest ristorante restaurante",
        "delicatessen deli delis",
        "coffee cafe kaffee caffe",
        "market mkt markets",
        "grocery groceries groc",
        "school schools sch",
        "academy acad",
        "church ch",
        "county cnty",
        "community comm",
        "street str",
        "avenue ave",
        "boulevard blvd",
        "north nth",
        "south sth",
        "northwest nw",
        "northeast ne",
        "southwest sw",
        "southeast se",
        "doctor dr drs",
        "doctors surgery surgeries",
        "junior jr jnr",
        "senior sr snr",
        "son sons sohne sohn",
        "daughter daughters",
        "partner partners ptnrs",
        "consultant consultants",
        "consulting consultancy",
        "accountant accountants",
        "architect architects",
        "attorney attorneys atty",
        "solicitor solicitors",
        "garden gardens",
        "apartment apartments apts apt",
        "home homes",
        "foundation fdn found",
        "trust trusts",
        "borough boro",
        "council councils",
        "authority auth",
        "training trng",
        "house haus",
        "bakery backerei bakers",
        "automotive auto autos",
        "company companies",
        "uk gb",
        "usa us",
        "1 one i 1st first",
        "2 two ii 2nd second",
        "3 three iii 3rd third",
        "4 four iv 4th fourth",
        "5 five v 5th fifth",
        "6 six vi 6th sixth",
        "7 seven vii 7th seventh",
        "8 eight viii 8th eighth",
        "9 nine ix 9th ninth",
        "10 ten x 10th tenth"
    );

    // Left out wherever they stand.
    static readonly FrozenSet<string> Fillers = Set(
        "the & and und et y e og och en of for a an at in on by to de la le les der die das von van du da do del des el los no nr number #"
    );

    // Names that differ by one of these are namesakes, not one business.
    static readonly FrozenSet<string> Generations = Set("son daughter junior senior father mother widow");
    static readonly FrozenSet<string> Sides = Set(
        "north south east west northwest northeast southwest southeast upper lower inner outer mens womens ladies boys girls"
    );

    // Assumed shares of names with the word: one in 15, one in 50, one in 150.
    static readonly FrozenDictionary<string, double> Shares = Common(
        (15, "service"),
        (
            50,
            "group center construction restaurant company uk management solution property home care association associate consulting design "
                + "school council international shop cafe coffee trust medical store bar hotel health church clinic salon"
        ),
        (
            150,
            "house system engineering technology development enterprise industry holding investment insurance market grocery academy community foundation "
                + "training bakery automotive building builder contractor supply equipment product production transport maintenance laboratory national "
                + "hospital university garden partner consultant accountant architect attorney solicitor doctor doctors grill pizza kitchen deli delicatessen "
                + "bistro inn pub club studio gallery beauty hair nails barber spa fitness gym dental pharmacy optician vet veterinary cleaning cleaner plumbing "
                + "heating electric electrical roofing painting landscaping lawn garage motors tyre tire repair repairs mini mart food foods express office print "
                + "printing media marketing digital software data computer security travel taxi taxis cabs logistics haulage removals storage rental rentals hire "
                + "nursery childcare daycare preschool learning education kids child children early family life world city town county village street road park north "
                + "south east west old new great first general american british english german royal global premier quality best golden green blue red black white "
                + "star sun river hill lake valley john james smith jones brown williams taylor johnson davies davis wilson thomas david michael butcher butchers "
                + "florist flowers fish chicken china chinese indian thai sushi mexican italian wine spirits liquor beer brewery farm farms dairy meat fruit book "
                + "books music art arts dance sports sport theatre theater cinema museum library post bank finance financial tax legal law energy gas oil power "
                + "water waste recycling environmental environment steel metal metals wood timber glass stone concrete surfacing highways fencing windows doors "
                + "kitchens bathrooms flooring carpets furniture clothing shoes jewelers jewellers gifts toys pets pet animal hospitality catering events event "
                + "housing estate estates lettings realty real mortgage capital limited brothers son salvation army mission"
        )
    );

    /// <summary>The one spelling that stands for all spellings of a word.</summary>
    public static string Canonical(string word) => Spellings.GetValueOrDefault(word, word);

    /// <summary>Whether a word says nothing of who it is.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word);

    /// <summary>Whether a word tells relatives of one name apart: their businesses are two even where only one name has it.</summary>
    public static bool IsGeneration(string canonical) => Generations.Contains(canonical);

    /// <summary>Whether a word tells places or departments of one name apart where both names have one.</summary>
    public static bool IsSide(string canonical) => Sides.Contains(canonical);

    /// <summary>The share of business names assumed to hold the word, 0 to 1.</summary>
    public static double AssumedShare(string canonical) => Shares.GetValueOrDefault(canonical, 1.0 / 20_000);

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    static FrozenDictionary<string, string> Table(params string[] lines) =>
        lines
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(word => (word, words[0])))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    static FrozenDictionary<string, double> Common(params (int OneIn, string Words)[] tiers)
    {
        var shares = new Dictionary<string, double>();
        foreach (var (oneIn, words) in tiers)
        {
            foreach (var word in words.Split(' '))
            {
                shares.TryAdd(word, 1.0 / oneIn);
            }
        }

        return shares.ToFrozenDictionary();
    }
}
