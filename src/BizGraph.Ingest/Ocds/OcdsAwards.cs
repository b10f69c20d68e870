using System.Globalization;
using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Ingest.Ocds;

/// <summary>The awards of a release as rows of a ledger, one for each supplier.</summary>
static class OcdsAwards
{
    static readonly string[] NotMade = ["cancelled", "unsuccessful"];

    /// <summary>What the cells are.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "supplier",
        "buyer",
        "amount",
        "currency",
        "date",
        "document",
        "note",
        "industry_code",
        "industry_scheme",
        "ocid",
        "method",
        "contract start",
        "contract end",
        "award shared by",
    ];

    /// <summary>The rows; of an award that did not come about, why it is left out.</summary>
    public static IEnumerable<(string?[] Cells, RowFault? Fault)> Of(JsonElement release)
    {
        var parties = release.Each("parties").Select(party => new OcdsParty(party)).ToList();
        var buyer = BuyerOf(release, parties);
        var number = 0;
        foreach (var award in release.Each("awards"))
        {
            number++;
            if (award.TextAt("status") is { } status && NotMade.Contains(status, StringComparer.Ordinal))
            {
                yield return (
                    [],
                    new RowFault(ImportProblemKind.NoAward, $"an award that is {status}", "an award that was made; left out")
                );
                continue;
            }

            var suppliers = award.Each("suppliers").Select(supplier => Known(supplier, parties)).Distinct().ToList();
            suppliers = suppliers.Count > 0 ? suppliers : [null];
            for (var i = 0; i < suppliers.Count; i++)
            {
                yield return (Cells(release, award, number, suppliers[i], buyer, i, suppliers.Count), null);
            }
        }
    }

    static string?[] Cells(
        JsonElement release,
        JsonElement award,
        int number,
        string? supplier,
        string? buyer,
        int share,
        int shares
    )
    {
        var ocid = release.TextAt("ocid");
        var item = ClassificationOf(award, release);
        return
        [
            supplier,
            buyer,
            Share(award.TextAt("value", "amount"), share, shares),
            award.TextAt("value", "currency"),
            // Not the day of the release: a later one would make another award of it.
            award.DayAt("date"),
            $"{ocid}/{award.TextAt("id") ?? number.ToString(CultureInfo.InvariantCulture)}",
            award.TextAt("title") ?? release.TextAt("tender", "title"),
            item?.TextAt("id"),
            item?.TextAt("scheme"),
            ocid,
            release.TextAt("tender", "procurementMethod"),
            award.DayAt("contractPeriod", "startDate"),
            award.DayAt("contractPeriod", "endDate"),
            shares > 1 ? $"{shares} suppliers" : null,
        ];
    }

    // Split evenly to the penny; the first ones bear what is left over, so that the shares come to the whole.
    static string? Share(string? amount, int share, int shares)
    {
        if (shares == 1 || !decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole))
        {
            return amount;
        }

        var pennies = decimal.Truncate(whole * 100);
        var each = decimal.Truncate(pennies / shares);
        var isOneMore = share < Math.Abs(pennies - (each * shares));
        var mine = each + (isOneMore ? Math.Sign(whole) : 0) + (share == 0 ? (whole * 100) - pennies : 0);
        return (mine / 100).ToString("0.00########", CultureInfo.InvariantCulture);
    }

    static string? BuyerOf(JsonElement release, List<OcdsParty> parties) =>
        release.Property("buyer") is { } buyer && Known(buyer, parties) is { } known ? known
        : (parties.Find(party => party.Roles.Contains("buyer")) ?? parties.Find(party => party.Roles.Contains("procuringEntity")))
            is { } party
            ? party.Id ?? party.Name
        : null;

    // An organization is named with the number by which its release calls it; its own id stands with the parties.
    static string? Known(JsonElement organization, List<OcdsParty> parties)
    {
        var named = new OcdsParty(organization);
        var party = named.LocalId is null ? null : parties.Find(party => party.LocalId == named.LocalId);
        return party?.Id ?? named.Id ?? party?.Name ?? named.Name;
    }

    static JsonElement? ClassificationOf(JsonElement award, JsonElement release) =>
        award.Each("items").Select(item => item.Property("classification")).FirstOrDefault(found => found is not null)
        ?? release.Property("tender")?.Property("classification")
        ?? release
            .Property("tender")
            ?.Each("items")
            .Select(item => item.Property("classification"))
            .FirstOrDefault(found => found is not null);
}
