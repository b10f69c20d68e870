namespace BizGraph.Ingest.Tests.Matching.Labelled;

/// <summary>Coordinates for addresses: each street a line through a town of 12 km, the house number the way along it.</summary>
sealed class Streets(Dice dice)
{
    const double MetersPerDegree = 111_000;

    readonly Dictionary<string, (double Latitude, double Longitude, double Bearing)> _starts = [];

    public (double, double) Near(string address)
    {
        var words = address.Split(' ');
        var number = double.TryParse(words[0], out var parsed) ? parsed % 20_000 : 0;
        var street = string.Join(' ', words.Skip(1).Take(2));
        if (!_starts.TryGetValue(street, out var start))
        {
            _starts[street] = start = (34.7 + dice.Share() * 0.1, -92.4 + dice.Share() * 0.1, dice.Share() * 2 * Math.PI);
        }

        var along = number * 0.6 / MetersPerDegree;
        // Mostly within 40 m, one in eight as far as 300 m.
        var noise = (dice.Happens(0.125) ? 300 : 40) * dice.Share() / MetersPerDegree;
        var direction = dice.Share() * 2 * Math.PI;
        return (
            start.Latitude + along * Math.Sin(start.Bearing) + noise * Math.Sin(direction),
            start.Longitude + along * Math.Cos(start.Bearing) + noise * Math.Cos(direction)
        );
    }
}
