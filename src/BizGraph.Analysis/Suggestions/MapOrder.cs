namespace BizGraph.Analysis.Suggestions;

/// <summary>Places along Morton's curve (1966): near on the curve is near on the map, mostly.</summary>
static class MapOrder
{
    /// <summary>The place on the curve; without coordinates the last.</summary>
    public static ulong Of((double Latitude, double Longitude)? place) =>
        place is { } at
            ? Spread((uint)((at.Latitude + 90) / 180 * uint.MaxValue)) << 1
                | Spread((uint)((at.Longitude + 180) / 360 * uint.MaxValue))
            : ulong.MaxValue;

    // Bit i to bit 2i.
    static ulong Spread(uint value)
    {
        ulong x = value;
        x = (x | (x << 16)) & 0x0000FFFF0000FFFF;
        x = (x | (x << 8)) & 0x00FF00FF00FF00FF;
        x = (x | (x << 4)) & 0x0F0F0F0F0F0F0F0F;
        x = (x | (x << 2)) & 0x3333333333333333;
        return (x | (x << 1)) & 0x5555555555555555;
    }
}
