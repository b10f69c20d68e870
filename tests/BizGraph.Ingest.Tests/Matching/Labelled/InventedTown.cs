using BizGraph.Ingest.Matching;
using BizGraph.Model;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>A made-up list of a town: about half of the entries are another spelling of an earlier one.</summary>
static class InventedTown
{
    static readonly string[] Families =
    [
        "Haverstock",
        "Pellington",
        "Clarke",
        "Ogden",
        "Whitcombe",
        "Seddon",
        "Quarrington",
        "Thistlewood",
        "Ashworth",
        "Kershaw",
    ];
    static readonly string[] Trades =
    [
        "Bakery",
        "Plumbing Services",
        "Motors",
        "Brothers Ltd",
        "& Sons",
        "Dental Practice",
        "Farm",
        "Construction Limited",
        "Pharmacy",
        "Unit 3",
    ];
    static readonly string[] Streets = ["Mill Road", "High Street", "Church Lane", "North Parade"];

    public static IReadOnlyList<MatchEntry> Entries(ulong seed, int count)
    {
        var dice = new Dice(seed);
        var names = new NameCorruptor(dice, NameErrors.Strong, ["Burnley", "Nelson"]);
        var places = new PlaceCorruptor(dice, new PlaceErrors { Missing = 0.4, PhoneMissing = 0.5 });
        var entries = new List<MatchEntry>();
        var originals = new List<(string Name, string Address, string Phone)>();
        while (entries.Count < count)
        {
            if (originals.Count == 0 || dice.Happens(0.5))
            {
                originals.Add(
                    (
                        $"{dice.Pick(Families)} {dice.Pick(Trades)}",
                        $"{1 + dice.Below(60)} {dice.Pick(Streets)}",
                        PlaceCorruptor.NewPhone(dice)
                    )
                );
            }

            var original = dice.Pick(originals);
            var facts = new BusinessFacts
            {
                Name = names.Corrupt(original.Name),
                Phone = places.Phone(original.Phone),
                Place = new Place { Address = places.Address(original.Address, Streets) },
            };
            entries.Add(new MatchEntry(new Business(new BusinessId($"e{entries.Count}"), facts)));
        }

        return entries;
    }
}
