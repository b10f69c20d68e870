namespace BizGraph.Analysis.Suggestions;

/// <summary>A number for each node, mostly 0, cleared in the time that it took to fill.</summary>
sealed class SparseSums(int count)
{
    readonly double[] _value = new double[count];
    readonly List<int> _touched = [];

    public double this[int node] => _value[node];

    public List<int> Touched => _touched;

    public void Add(int node, double value)
    {
        if (_value[node] == 0)
        {
            _touched.Add(node);
        }

        _value[node] += value;
    }

    public void RaiseTo(int node, double value)
    {
        if (_value[node] == 0)
        {
            _touched.Add(node);
        }

        _value[node] = Math.Max(_value[node], value);
    }

    public void Spread(ReadOnlySpan<int> targets, double share)
    {
        foreach (var target in targets)
        {
            if (_value[target] == 0)
            {
                _touched.Add(target);
            }

            _value[target] += share;
        }
    }

    public void Clear()
    {
        foreach (var node in _touched)
        {
            _value[node] = 0;
        }

        _touched.Clear();
    }
}
