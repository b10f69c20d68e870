using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Validation.Rules;

/// <summary>Fragment spreads must not form cycles (spec 5.5.2.2).</summary>
sealed class NoFragmentCycles(ValidationContext context) : Rule(context)
{
    readonly HashSet<string> _visited = [];
    readonly List<FragmentSpreadNode> _path = [];
    readonly Dictionary<string, int> _placeInPath = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        var spreads = Context.SpreadsIn(fragment.SelectionSet);
        if (!_visited.Add(name) || spreads.Count == 0)
            return;
        _placeInPath[name] = _path.Count;
        foreach (var spread in spreads)
        {
            _path.Add(spread);
            if (_placeInPath.TryGetValue(spread.Name.Value, out var place))
                ReportCycle(spread.Name.Value, _path[place..]);
            else if (Document.Fragment(spread.Name.Value) is { } next)
                EnterFragmentDefinition(next);
            _path.RemoveAt(_path.Count - 1);
        }
        _placeInPath.Remove(name);
    }

    void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.Take(cycle.Count - 1).Select(spread => $"\"{spread.Name.Value}\""));
        Report($"Cannot spread fragment \"{name}\" within itself{(via.Length == 0 ? "" : " via " + via)}.", cycle);
    }
}
