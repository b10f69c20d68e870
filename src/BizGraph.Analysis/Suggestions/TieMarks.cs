using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>Whom each node is tied to, by which types and which way, all types in one list: what a scan marks in one pass.</summary>
sealed class TieMarks
{
    const int Back = 16;

    readonly int[] _offsets; // node u has [_offsets[u], _offsets[u + 1])
    readonly int[] _others; // once for each tie
    readonly uint[] _marks; // bit t: a tie of type t to the other; bit 16 + t: from it

    public TieMarks(TieTable ties)
    {
        _offsets = new int[ties.NodeCount + 1];
        foreach (var type in RelationshipTypes.All)
        {
            foreach (var tie in ties.Of(type))
            {
                _offsets[tie.From + 1]++;
                _offsets[tie.To + 1]++;
            }
        }

        for (var node = 0; node < ties.NodeCount; node++)
        {
            _offsets[node + 1] += _offsets[node];
        }

        (_others, _marks) = (new int[_offsets[^1]], new uint[_offsets[^1]]);
        var next = _offsets.AsSpan(0, ties.NodeCount).ToArray();
        foreach (var type in RelationshipTypes.All)
        {
            var (to, from) = (1u << (int)type, 1u << (Back + (int)type));
            (to, from) = ties.IsDirected[(int)type] ? (to, from) : (to | from, to | from);
            foreach (var tie in ties.Of(type))
            {
                (_others[next[tie.From]], _marks[next[tie.From]++]) = (tie.To, to);
                (_others[next[tie.To]], _marks[next[tie.To]++]) = (tie.From, from);
            }
        }
    }

    public static bool Has(uint marks, RelationshipType type) => (marks & (1u << (int)type)) != 0;

    public static bool HasFrom(uint marks, RelationshipType type) => (marks & (1u << (Back + (int)type))) != 0;

    /// <summary>Sets the marks of everyone that a node is tied to, in an array by node.</summary>
    public void Set(int node, uint[] marks)
    {
        for (var place = _offsets[node]; place < _offsets[node + 1]; place++)
        {
            marks[_others[place]] |= _marks[place];
        }
    }

    /// <summary>Takes them away.</summary>
    public void Clear(int node, uint[] marks)
    {
        for (var place = _offsets[node]; place < _offsets[node + 1]; place++)
        {
            marks[_others[place]] = 0;
        }
    }
}
