namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Makes labelled sets of real businesses by seeded errors, each like a kind of data that people bring.</summary>
/// <remarks>Chains and neighbors in one building stay in, as the real lists have them; a chain's places share a website, a third of them a telephone number.</remarks>
sealed partial class LabelledSets(string folder, ulong seed)
{
    static readonly string[] Towns = ["Little Rock", "North Little Rock", "Benton", "Conway"];

    readonly Dice _dice = new(seed);

    /// <summary>Two guides of one town: a list each without duplicates, 112 businesses in both; name, address, telephone.</summary>
    public LabelledSet TwoGuides()
    {
        var set = new SetDraft();
        var businesses = ByAddress(RealBusinesses.Licences(folder)).Take(752).ToArray();
        var phones = new Phones(_dice);
        var names = new NameCorruptor(_dice, NameErrors.Mild, Towns);
        var places = new PlaceCorruptor(_dice, new PlaceErrors());
        for (var at = 0; at < businesses.Length; at++)
        {
            var (business, phone) = (businesses[at], phones.Of(businesses[at]));
            if (at < 112 || at % 2 == 0)
            {
                set.Add(
                    "one",
                    at,
                    true,
                    names.Corrupt(business.Name),
                    places.Address(business.Address, Addresses(businesses)),
                    phone: places.Phone(phone)
                );
            }

            if (at < 112 || at % 2 == 1)
            {
                set.Add(
                    "two",
                    at,
                    true,
                    names.Corrupt(business.Name),
                    places.Address(business.Address, Addresses(businesses)),
                    phone: places.Phone(phone)
                );
            }
        }

        return set.Taken("two guides");
    }

    /// <summary>Lists of many agencies, about 3,300 rows of 1,000 sites: each in one to eight lists; addresses and telephone numbers often missing.</summary>
    public LabelledSet ManyLists()
    {
        var set = new SetDraft();
        var businesses = ByAddress(RealBusinesses.Licences(folder)).Take(1000).ToArray();
        var phones = new Phones(_dice);
        var names = new NameCorruptor(_dice, NameErrors.Strong, Towns);
        var places = new PlaceCorruptor(
            _dice,
            new PlaceErrors
            {
                Missing = 0.03,
                PhoneMissing = 0.3,
                PhoneOther = 0.08,
            }
        );
        for (var at = 0; at < businesses.Length; at++)
        {
            var (business, phone) = (businesses[at], phones.Of(businesses[at]));
            // A site of an agency: the agency's name goes first, in some of the lists.
            var agency = at % 4 == 0 ? businesses[at / 40 * 40].Name : null;
            for (var list = 1 + _dice.Below(6); list > 0; list--)
            {
                var name = names.Corrupt(business.Name);
                name = agency is not null && _dice.Happens(0.5) ? $"{names.Corrupt(agency)} - {name}" : name;
                var zip = _dice.Happens(0.3) ? null : business.Zip;
                set.Add(
                    $"list {_dice.Below(10)}",
                    at,
                    false,
                    name,
                    places.Address(business.Address, Addresses(businesses)),
                    zip,
                    places.Phone(phone)
                );
            }
        }

        return set.Taken("many lists");
    }

    /// <summary>Two maps, about 8,400 places with coordinates some 10 to 300 m off, half of them on both; addresses, telephone and web in part.</summary>
    public LabelledSet TwoMaps()
    {
        var set = new SetDraft();
        var businesses = ByAddress(RealBusinesses.Licences(folder)).Take(5600).ToArray();
        var phones = new Phones(_dice);
        var names = new NameCorruptor(_dice, NameErrors.Mild, Towns);
        var places = new PlaceCorruptor(
            _dice,
            new PlaceErrors
            {
                Missing = 0.4,
                PhoneMissing = 0.6,
                PhoneOther = 0.06,
            }
        );
        var streets = new Streets(_dice);
        for (var at = 0; at < businesses.Length; at++)
        {
            foreach (var map in at % 2 == 0 ? ["one", "two"] : new[] { at % 4 == 1 ? "one" : "two" })
            {
                var business = businesses[at];
                var name = names.Corrupt(business.Name);
                var address = places.Address(business.Address, Addresses(businesses));
                var site = _dice.Happens(0.2) ? Website(business.Name) : null;
                set.Add(
                    map,
                    at,
                    true,
                    name,
                    address,
                    null,
                    places.Phone(phones.Of(business)),
                    site,
                    streets.Near(business.Address)
                );
            }
        }

        return set.Taken("two maps");
    }

    /// <summary>A members' list and a directory, 3,000 businesses, a third in both: name, town, e-mail, website, trade, telephone in part.</summary>
    public LabelledSet Members()
    {
        var set = new SetDraft();
        var businesses = ByAddress(RealBusinesses.Licences(folder)).Take(3000).ToArray();
        var phones = new Phones(_dice);
        var names = new NameCorruptor(_dice, NameErrors.Mild, Towns);
        var places = new PlaceCorruptor(
            _dice,
            new PlaceErrors
            {
                Missing = 0.7,
                PhoneMissing = 0.5,
                PhoneOther = 0.08,
            }
        );
        for (var at = 0; at < businesses.Length; at++)
        {
            foreach (var list in at % 3 == 0 ? ["members", "directory"] : new[] { at % 3 == 1 ? "members" : "directory" })
            {
                var business = businesses[at];
                var site = Website(business.Name);
                set.Add(
                    list,
                    at,
                    true,
                    names.Corrupt(business.Name),
                    places.Address(business.Address, Addresses(businesses)),
                    _dice.Happens(0.5) ? business.Zip : null,
                    places.Phone(phones.Of(business)),
                    _dice.Happens(0.4)
                        ? _dice.Happens(0.05)
                            ? Website(_dice.Pick(businesses).Name)
                            : site
                        : null,
                    null,
                    _dice.Happens(0.8) ? business.City : null,
                    _dice.Happens(0.4) ? MailboxOf(site, business) : null,
                    _dice.Happens(0.5) ? business.Classification : null
                );
            }
        }

        return set.Taken("members and directory");
    }

    string MailboxOf(string site, RealBusiness business) =>
        _dice.Happens(0.4)
            ? string.Concat(business.Name.ToLowerInvariant().Where(char.IsAsciiLetterLower).Take(9))
                + business.Address.Length
                + "@gmail.com"
            : (_dice.Happens(0.6) ? "info@" : "office@") + site["https://www.".Length..^1];

    List<T> Shuffled<T>(IEnumerable<T> values)
    {
        var list = values.ToList();
        _dice.Shuffle(list);
        return list;
    }

    // All businesses of one address together, so that neighbors and an owner's other businesses are among them.
    IEnumerable<RealBusiness> ByAddress(IEnumerable<RealBusiness> businesses) =>
        Shuffled(businesses.GroupBy(business => business.Address + business.Zip)).SelectMany(address => address);

    static string[] Addresses(RealBusiness[] businesses) => [.. businesses.Take(50).Select(business => business.Address)];

    static string Website(string name) =>
        "https://www." + string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetter).Take(14)) + ".com/";
}
