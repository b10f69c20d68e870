using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Masses of groups of a level's nodes, and the weight that chance alone would put between two groups.</summary>
sealed class GroupMasses(LeidenLevel level)
{
    // Side by side: what is asked of a group comes with one cache line.
    record struct Group(double Mass, double InMass, int Members);

    readonly Group[] _groups = new Group[level.NodeCount];
    readonly double[] _mass = level.Mass;
    readonly double[]? _inMass = level.InMass;
    readonly double _scale = level.Scale;

    public int MembersOf(int group) => _groups[group].Members;

    public void Add(int group, int node)
    {
        ref var to = ref _groups[group];
        to.Members++;
        to.Mass += _mass[node];
        to.InMass += _inMass is null ? 0 : _inMass[node];
    }

    public void Remove(int group, int node)
    {
        ref var from = ref _groups[group];
        var (mass, inMass) = (from.Mass - _mass[node], _inMass is null ? 0 : from.InMass - _inMass[node]);
        from = from.Members == 1 ? default : new Group(mass, inMass, from.Members - 1); // no rounding error stays behind in an empty one
    }

    /// <summary>Weight expected between a node and a group that it is not in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ExpectedTo(int group, int node)
    {
        ref readonly var to = ref _groups[group];
        return _inMass is null ? _scale * _mass[node] * to.Mass : _scale * (_mass[node] * to.InMass + _inMass[node] * to.Mass);
    }

    /// <summary>Weight expected between a group and the rest of a larger one, counted in <paramref name="whole"/>.</summary>
    public double ExpectedToRest(int group, GroupMasses whole, int wholeGroup)
    {
        ref readonly var part = ref _groups[group];
        ref readonly var all = ref whole._groups[wholeGroup];
        var rest = all.Mass - part.Mass;
        return _inMass is null
            ? _scale * part.Mass * rest
            : _scale * (part.Mass * (all.InMass - part.InMass) + part.InMass * rest);
    }
}
