using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What is known of each business apart from its ties.</summary>
sealed class Traits
{
    const double EarthRadius = 6371.0088; // kilometers, mean

    readonly (double Latitude, double Longitude)?[] _place;
    readonly Dictionary<string, int> _localities = new(StringComparer.Ordinal);

    public Traits(NetworkSnapshot snapshot)
    {
        Snapshot = snapshot;
        Trades = new Trades(snapshot.Tables.Industries);
        Phrases = snapshot.Phrases;
        Columns = Suggestions.Columns.Of(snapshot);
        var nodes = Enumerable.Range(0, snapshot.NodeCount).Select(snapshot.BusinessOf).ToArray();
        Trade = [.. nodes.Select(b => Trades.Of(b.Facts.Industry))];
        _place =
        [
            .. nodes.Select(b =>
                b.Facts.Place is { Latitude: { } north, Longitude: { } east } ? (north, east) : ((double, double)?)null
            ),
        ];
        Locality = [.. nodes.Select(b => Number(b.Facts.Place))];
        PostalCodes = [.. nodes.Select(b => PostalCode.Plain(b.Facts.Place?.PostalCode))];
        Names = new NameWords([.. nodes.Select(b => b.Name)]);
        Tags = new SharedWords([.. nodes.Select(b => b.Facts.Tags)]);
        Networks = new SharedWords([.. nodes.Select(b => b.Facts.Networks)]);
        Kind = [.. nodes.Select(b => b.Kind)];
    }

    public NetworkSnapshot Snapshot { get; }

    public Trades Trades { get; }

    public PhraseIndex Phrases { get; }

    public IReadOnlyList<Column> Columns { get; }

    public Trade[] Trade { get; }

    /// <summary>Number of the town; −1 where none is said.</summary>
    public int[] Locality { get; }

    /// <summary>Plain postal codes; null where none is said.</summary>
    public string?[] PostalCodes { get; }

    public NameWords Names { get; }

    public SharedWords Tags { get; }

    public SharedWords Networks { get; }

    public BusinessKind[] Kind { get; }

    public (double Latitude, double Longitude)? PlaceOf(int node) => _place[node];

    /// <summary>Great-circle distance in kilometers (haversine); NaN where one has no coordinates.</summary>
    public double Kilometers(int a, int b)
    {
        if (_place[a] is not { } from || _place[b] is not { } to)
        {
            return double.NaN;
        }

        var north = Math.Sin(Radians(to.Latitude - from.Latitude) / 2);
        var east = Math.Sin(Radians(to.Longitude - from.Longitude) / 2);
        var chord = (north * north) + (Math.Cos(Radians(from.Latitude)) * Math.Cos(Radians(to.Latitude)) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    static double Radians(double degrees) => degrees * Math.PI / 180;

    int Number(Place? place)
    {
        if (string.IsNullOrWhiteSpace(place?.Locality))
        {
            return -1;
        }

        var town = BusinessId.Normalize(place.Locality);
        return _localities.TryGetValue(town, out var number) ? number : _localities[town] = _localities.Count;
    }
}
