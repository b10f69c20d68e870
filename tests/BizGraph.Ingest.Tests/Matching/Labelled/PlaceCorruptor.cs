using System.Globalization;

namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>How often each error happens to an address or telephone number, 0 to 1.</summary>
sealed record PlaceErrors
{
    public double Missing { get; init; }
    public double StreetSpelling { get; init; } = 0.4;
    public double UnitDropped { get; init; } = 0.4;
    public double Typo { get; init; } = 0.03;
    public double Direction { get; init; } = 0.08;
    public double Moved { get; init; } = 0.02;
    public double PhoneMissing { get; init; }
    public double PhoneOther { get; init; } = 0.03;
    public double PhoneSlip { get; init; } = 0.01;
}

/// <summary>Writes an address and a telephone number as another list may have them.</summary>
sealed class PlaceCorruptor(Dice dice, PlaceErrors errors)
{
    static readonly string[][] Types =
    [
        ["ST", "Street", "St."],
        ["AVE", "Avenue", "Av.", "Ave."],
        ["RD", "Road", "Rd."],
        ["BLVD", "Boulevard", "Blv.", "Blvd."],
        ["DR", "Drive", "Dr."],
        ["LN", "Lane"],
        ["CT", "Court", "Ct."],
        ["PKY", "Pkwy", "Parkway"],
        ["N", "North", "N."],
        ["S", "South", "S."],
        ["E", "East"],
        ["W", "West", "W."],
        ["STE", "Suite", "#"],
        ["PIKE", "Pk"],
    ];

    /// <summary>The address, or null where it is left out.</summary>
    public string? Address(string address, IReadOnlyList<string> others)
    {
        if (dice.Happens(errors.Missing))
        {
            return null;
        }

        var words = (dice.Happens(errors.Moved) ? dice.Pick(others) : address)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToList();
        var unit = words.FindIndex(word => word.StartsWith('#') || word is "STE" or "APT" or "UNIT");
        if (unit > 1 && dice.Happens(errors.UnitDropped))
        {
            words.RemoveRange(unit, words.Count - unit);
        }

        for (var at = 0; at < words.Count; at++)
        {
            if (Array.Find(Types, type => type[0] == words[at]) is { } type && dice.Happens(errors.StreetSpelling))
            {
                words[at] = dice.Pick(type);
            }
        }

        var direction = words.FindIndex(1, word => word is "N" or "S" or "E" or "W");
        if (direction > 0 && words.Count > direction + 2 && dice.Happens(errors.Direction))
        {
            words.RemoveAt(direction);
        }

        if (dice.Happens(errors.Typo))
        {
            new NameCorruptor(dice, NameErrors.Mild, []).Mistype(words);
        }

        var text = string.Join(' ', words);
        return dice.Happens(0.5) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant()) : text;
    }

    /// <summary>The number (ten digits) in one of several forms, or null where it is left out.</summary>
    public string? Phone(string digits)
    {
        if (dice.Happens(errors.PhoneMissing))
        {
            return null;
        }

        if (dice.Happens(errors.PhoneOther))
        {
            digits = NewPhone(dice);
        }
        else if (dice.Happens(errors.PhoneSlip))
        {
            var at = 4 + dice.Below(5);
            digits = digits.Remove(at, 2).Insert(at, $"{digits[at + 1]}{digits[at]}");
        }

        var (area, head, tail) = (digits[..3], digits[3..6], digits[6..]);
        return dice.Below(7) switch
        {
            0 => $"{area}/{head}-{tail}",
            1 => $"{area}-{head}-{tail}",
            2 => $"({area}) {head}-{tail}",
            3 => $"+1 {area} {head} {tail}",
            4 => digits,
            5 => $"{area}.{head}.{tail}",
            _ => dice.Happens(0.15) ? $"{head}-{tail}" : $"{area}-{head}{tail}",
        };
    }

    public static string NewPhone(Dice dice) => $"501{200 + dice.Below(700)}{dice.Below(10_000):D4}";
}
