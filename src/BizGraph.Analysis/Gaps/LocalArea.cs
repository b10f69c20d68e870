using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>Which organizations are in the network's area. Of the axes of "local" this is place alone, not ownership.</summary>
/// <remarks>By the localities and regions that the options name; else by distance from the middle; else by how common a locality is.</remarks>
sealed class LocalArea
{
    const double KilometresPerDegree = 111.2;

    readonly bool?[] _isLocal;

    public LocalArea(GapGround ground)
    {
        var places = Enumerable.Range(0, ground.NodeCount).Select(node => ground[node].Facts.Place).ToArray();
        var distances = Distances(places);
        var radius = Math.Max(
            ground.Options.LeastAreaKilometres,
            ground.Options.AreaTimes * (Median([.. distances.OfType<double>()]) ?? 0)
        );
        var common = CommonLocalities(places, ground.Options.LeastLocalityShare);
        _isLocal = Array.ConvertAll(
            Enumerable.Range(0, ground.NodeCount).ToArray(),
            node =>
                ground.Options.Area is { } area ? IsNamed(places[node], area)
                : distances[node] is { } kilometres ? kilometres <= radius
                : places[node]?.Locality is { } locality ? common.Contains(BusinessId.Normalize(locality))
                : (bool?)null
        );
    }

    /// <summary>Whether it is in the area; null where its place is not known.</summary>
    public bool? IsLocal(int node) => _isLocal[node];

    // From the median latitude and longitude, on a plane: within a county that errs by less than a percent.
    static double?[] Distances(Place?[] places)
    {
        var latitude = Median([.. places.Select(place => place?.Latitude).OfType<double>()]);
        var longitude = Median([.. places.Select(place => place?.Longitude).OfType<double>()]);
        return Array.ConvertAll(
            places,
            place =>
                place is { Latitude: { } north, Longitude: { } east } && latitude is { } middle
                    ? (double?)(
                        KilometresPerDegree
                        * double.Hypot(north - middle, (east - longitude!.Value) * Math.Cos(middle * Math.PI / 180))
                    )
                    : null
        );
    }

    static double? Median(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? null : values[values.Length / 2];
    }

    static HashSet<string> CommonLocalities(Place?[] places, double leastShare)
    {
        var counts = places.Select(place => place?.Locality).OfType<string>().CountBy(BusinessId.Normalize).ToList();
        var known = counts.Sum(count => count.Value);
        return [.. counts.Where(count => count.Value >= leastShare * known).Select(count => count.Key)];
    }

    static bool? IsNamed(Place? place, IReadOnlyList<string> area) =>
        place is not { Locality: not null } and not { Region: not null }
            ? null
            : area.Any(name => Same(name, place.Locality) || Same(name, place.Region));

    static bool Same(string name, string? other) =>
        other is not null && BusinessId.Normalize(name) == BusinessId.Normalize(other);
}
