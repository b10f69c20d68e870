using BizGraph.Model;

namespace BizGraph.Store.Tests;

/// <summary>Small random files over few ids, names, towns, days and documents, so that two of them overlap in every way.</summary>
static class RandomClaims
{
    static readonly string[] Ids = ["1", "2", "3", "~x", "a@b"];
    static readonly string[] Names = ["Mill", "mill ", "Old Bakery", "Forge", "1", "Café"];
    static readonly string?[] Towns = [null, null, "Ham", "Ely"];
    static readonly string[] Sources = [BusinessId.DefaultSource, BusinessId.DefaultSource, "chamber"];
    static readonly string?[] Kinds = [null, null, "met"];
    static readonly string?[] Currencies = [null, "GBP"];

    public static ClaimFile File(Random random, string name)
    {
        var file = new ClaimFile(name, Pick(random, Sources));
        var rows = random.Next(1, 12);
        for (var row = 0; row < rows; row++)
        {
            if (random.Next(3) == 0)
            {
                var facts = new BusinessFacts { Employees = random.Next(2) == 0 ? null : random.Next(9) };
                var id = random.Next(3) == 0 ? null : Pick(random, Ids);
                file.Business(id, id is not null && random.Next(4) == 0 ? null : Pick(random, Names), Pick(random, Towns), facts);
            }
            else if (random.Next(5) == 0)
            {
                Match(random, file);
            }
            else
            {
                Tie(random, file);
            }
        }

        return file;
    }

    static void Tie(Random random, ClaimFile file)
    {
        var facts = new RelationshipFacts
        {
            Type = Pick(random, [RelationshipType.Supplies, RelationshipType.Partners, RelationshipType.Knows]),
            Kind = Pick(random, Kinds),
            Currency = Pick(random, Currencies),
            Directed = random.Next(3) == 0 ? true : null,
            Confidence = random.Next(3) == 0 ? random.Next(5) / 4d : null,
            Note = random.Next(3) == 0 ? $"note {random.Next(2)}" : null,
        };
        var happened =
            random.Next(2) == 0 ? null : new RelationshipEvent(Day(random), random.Next(3) == 0 ? $"D{random.Next(2)}" : null);
        file.Tie(
            End(random),
            End(random),
            amount: random.Next(3) == 0 ? null : random.Next(1, 3),
            happened: happened,
            isId: random.Next(3) == 0,
            facts: facts
        );
    }

    static void Match(Random random, ClaimFile file)
    {
        var (one, other) = (AnyId(random), AnyId(random));
        if (one != other)
        {
            var verdict = Pick(random, [MatchVerdict.Same, MatchVerdict.Same, MatchVerdict.Apart, MatchVerdict.Unsure]);
            file.Match(one, other, verdict, byHand: random.Next(2) == 0);
        }
    }

    static BusinessId AnyId(Random random)
    {
        var source = Pick(random, Sources);
        return random.Next(2) == 0
            ? BusinessId.From(source, Pick(random, Ids))
            : BusinessId.FromName(source, Pick(random, Names), Pick(random, Towns));
    }

    static DateOnly? Day(Random random) => random.Next(3) == 0 ? null : new DateOnly(2025, 1, random.Next(1, 3));

    static string End(Random random) => random.Next(2) == 0 ? Pick(random, Ids) : Pick(random, Names).Trim();

    static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
