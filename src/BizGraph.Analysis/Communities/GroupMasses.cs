using System.Runtime.CompilerServices;

namespace BizGraph.Analysis.Communities;

/// <summary>Masses of groups of a level's nodes, and the weight that chance alone would put between two groups.</summary>
sealed class GroupMasses(LeidenLevel level)
{
    readonly double[] _groupMass = LargeArray.Zeroed<double>(level.NodeCount);
    readonly double[]? _groupInMass = level.InMass is null ? null : new double[level.NodeCount];
    readonly int[] _members = LargeArray.Zeroed<int>(level.NodeCount);
    readonly double[] _mass = level.Mass;
    readonly double[]? _inMass = level.InMass;
    readonly double _scale = level.Scale;

    public int MembersOf(int group) => _members[group];

    public void Add(int group, int node)
    {
        _members[group]++;
        _groupMass[group] += _mass[node];
        if (_groupInMass is not null)
        {
            _groupInMass[group] += _inMass![node];
        }
    }

    public void Remove(int group, int node)
    {
        var left = --_members[group] > 0;
        _groupMass[group] = left ? _groupMass[group] - _mass[node] : 0; // no rounding error stays behind in an empty group
        if (_groupInMass is not null)
        {
            _groupInMass[group] = left ? _groupInMass[group] - _inMass![node] : 0;
        }
    }

    /// <summary>Weight expected between a node and a group that it is not in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ExpectedTo(int group, int node) =>
        _groupInMass is null
            ? _scale * _mass[node] * _groupMass[group]
            : _scale * (_mass[node] * _groupInMass[group] + _inMass![node] * _groupMass[group]);

    /// <summary>Weight expected between a node and the others of the group that it is in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ExpectedToOthers(int group, int node)
    {
        if (_members[group] == 1)
        {
            return 0;
        }
        var others = _groupMass[group] - _mass[node];
        return _groupInMass is null
            ? _scale * _mass[node] * others
            : _scale * (_mass[node] * (_groupInMass[group] - _inMass![node]) + _inMass[node] * others);
    }

    /// <summary>Weight expected between a group and the rest of a larger one, counted in <paramref name="whole"/>.</summary>
    public double ExpectedToRest(int group, GroupMasses whole, int wholeGroup)
    {
        var rest = whole._groupMass[wholeGroup] - _groupMass[group];
        return _groupInMass is null
            ? _scale * _groupMass[group] * rest
            : _scale * (_groupMass[group] * (whole._groupInMass![wholeGroup] - _groupInMass[group]) + _groupInMass[group] * rest);
    }
}
