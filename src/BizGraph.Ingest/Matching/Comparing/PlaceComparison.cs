using BizGraph.Ingest.Matching.Words;

namespace BizGraph.Ingest.Matching.Comparing;

/// <summary>Compares where two entries are: address, postal code, town, coordinates.</summary>
static class PlaceComparison
{
    const double EarthRadius = 6371;

    /// <summary>Writes the features of two places; what one of them does not say counts nothing.</summary>
    public static void Compare(PreparedEntry a, PreparedEntry b, Preparation data, Span<float> features)
    {
        if (a.Address is { } one && b.Address is { } other)
        {
            CompareAddresses(one, other, data, features);
        }

        if (a.PostalCode is { } code && b.PostalCode is { } otherCode)
        {
            var level =
                code == otherCode ? Feature.PostalCodeSame
                : AreNear(code, otherCode) ? Feature.PostalCodeNear
                : Feature.PostalCodeDiffers;
            features[(int)level] = 1;
        }

        if (a.Locality is { } town && b.Locality is { } otherTown)
        {
            features[(int)(IsSameTown(town, otherTown) ? Feature.LocalitySame : Feature.LocalityDiffers)] = 1;
        }

        features[(int)Feature.RegionDiffers] =
            a.Region is { } region && b.Region is { } otherRegion && !IsSameTown(region, otherRegion) ? 1 : 0;
        if (a.Coordinates is { } here && b.Coordinates is { } there)
        {
            features[(int)LevelOf(Kilometers(here, there))] = 1;
        }
    }

    /// <summary>The distance on a sphere (haversine), in kilometers.</summary>
    public static double Kilometers((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var (latitude, longitude) = (
            double.DegreesToRadians(b.Latitude - a.Latitude),
            double.DegreesToRadians(b.Longitude - a.Longitude)
        );
        var (north, east) = (Math.Sin(latitude / 2), Math.Sin(longitude / 2));
        var chord =
            north * north
            + Math.Cos(double.DegreesToRadians(a.Latitude)) * Math.Cos(double.DegreesToRadians(b.Latitude)) * east * east;
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    static void CompareAddresses(AddressForm a, AddressForm b, Preparation data, Span<float> features)
    {
        var street = StreetLikeness(a.Street, b.Street);
        var areNumbers = a.Numbers.Length > 0 && b.Numbers.Length > 0;
        var isSameNumber = areNumbers && a.Numbers.Intersect(b.Numbers, StringComparer.Ordinal).Any();
        if (isSameNumber && street >= 0.75f)
        {
            features[(int)Feature.AddressSame] =
                a.Key is { } key && b.Key is { } otherKey ? Math.Min(data.RarityOf(key), data.RarityOf(otherKey)) : 1;
        }
        else if (
            (isSameNumber && street >= 0.4f) || (areNumbers && street >= 0.75f && AreNearNumbers(a.Numbers[0], b.Numbers[0]))
        )
        {
            features[(int)Feature.AddressNear] = 1;
        }
        else if (street >= 0.75f)
        {
            features[(int)(areNumbers ? Feature.NumberOnStreetDiffers : Feature.StreetOnly)] = 1;
        }
        else
        {
            // A mall's name or a corner stands for many an address: without two numbers that differ it says half as much.
            features[(int)Feature.StreetDiffers] = (1 - street) * (areNumbers && !isSameNumber ? 1 : 0.5f);
        }

        if (a.Unit is not null && b.Unit is not null)
        {
            features[(int)(a.Unit == b.Unit ? Feature.UnitSame : Feature.UnitDiffers)] = 1;
        }
    }

    /// <summary>The share of the longer street's words that the other has, typos allowed, 0 to 1.</summary>
    static float StreetLikeness(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length == b.Length ? 1 : 0;
        }

        var shared =
            a.Length < b.Length ? SharedWords(a, b)
            : a.Length > b.Length ? SharedWords(b, a)
            : Math.Min(SharedWords(a, b), SharedWords(b, a));

        // One address often says more than the other (a building, a town): half of that is forgiven.
        return shared / (Math.Min(a.Length, b.Length) + 0.5f * Math.Abs(a.Length - b.Length));
    }

    static float SharedWords(string[] words, string[] others)
    {
        var shared = 0f;
        foreach (var word in words)
        {
            var best = 0f;
            foreach (var other in others)
            {
                best = Math.Max(best, WordLikeness.Of(word, other));
            }

            shared += best >= 0.7f ? best : 0;
        }

        return shared;
    }

    // "1205" and "1250", "12" and "12a".
    static bool AreNearNumbers(string a, string b) =>
        a.Length + b.Length > 4
        && WordLikeness.Distance(a, b, 1) <= 1
        && (a.Length >= 4 || !char.IsAsciiDigit(a[^1]) || !char.IsAsciiDigit(b[^1]));

    // One slip, or the same outward part of a British code.
    static bool AreNear(string a, string b) =>
        WordLikeness.Distance(a, b, 1) <= 1
        || (a.Length is >= 5 and <= 7 && b.Length is >= 5 and <= 7 && !char.IsAsciiDigit(a[0]) && a[..^3] == b[..^3]);

    static bool IsSameTown(string a, string b) =>
        a == b
        || a.StartsWith(b, StringComparison.Ordinal)
        || b.StartsWith(a, StringComparison.Ordinal)
        || WordLikeness.Of(a, b) >= 0.75f;

    static Feature LevelOf(double kilometers) =>
        kilometers switch
        {
            <= 0.03 => Feature.Within30Meters,
            <= 0.1 => Feature.Within100Meters,
            <= 0.3 => Feature.Within300Meters,
            <= 1 => Feature.Within1Kilometer,
            <= 5 => Feature.Within5Kilometers,
            _ => Feature.FartherAway,
        };
}
