using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Layouts;

/// <summary>Finds the field of each column. Each field takes one column: the one named by hand, else the closest header, else the first.</summary>
sealed class ColumnBinding(LayoutKind kind, NamedColumns named)
{
    const int RankInBrackets = 100;

    static readonly string[] Places = ["address.", "place.", "location."];

    readonly Dictionary<Field, (int Rank, int Index)> _best = [];
    readonly Dictionary<string, Field> _byHand = kind.Fields.ToDictionary(field => field.Name);

    /// <summary>The columns, from left to right.</summary>
    public IReadOnlyList<Column> Bind(IReadOnlyList<string> headers)
    {
        var keys = headers.Select(WordForm.KeyOf).ToList();
        var seen = new HashSet<string>();
        for (var i = 0; i < headers.Count; i++)
        {
            // The second of two like headers is kept under a numbered name.
            if (keys[i].Length > 0 && seen.Add(keys[i]))
            {
                Offer(headers[i], keys[i], i);
            }
        }

        var fields = _best.ToDictionary(pair => pair.Value.Index, pair => (pair.Key, pair.Value.Rank));
        var names = new HashSet<string>();
        return
        [
            .. headers.Select(
                (header, i) =>
                    fields.TryGetValue(i, out var taken)
                        ? new Column(i, header, Unique(header, i, names), taken.Key) { Confidence = ConfidenceOf(taken.Rank) }
                        : new Column(i, header, Unique(header, i, names), null)
                        {
                            IsKeptByHand = named.TryFieldOf(header, kind, out var field) && field is null,
                        }
            ),
        ];
    }

    // Named by hand or by the field's own name: sure. Another of its words may mean something else in some list,
    // and part of a header more often so. The figures rank what to look at; they are no probabilities.
    static double ConfidenceOf(int rank) =>
        rank <= 0 ? 1
        : rank < RankInBrackets ? 0.9
        : 0.7;

    void Offer(string header, string key, int index)
    {
        var rank = -1;
        var field =
            !named.TryFieldOf(header, kind, out var name) ? FieldOf(header, key, out rank)
            : name is null ? null
            : _byHand.GetValueOrDefault(name);
        if (field is not null && (!_best.TryGetValue(field, out var best) || rank < best.Rank))
        {
            _best[field] = (rank, index);
        }
    }

    // "Amount (GBP)" goes by "Amount" where nothing else does, and "address.city" by "city".
    Field? FieldOf(string header, string key, out int rank)
    {
        if (kind.FieldOf(key, out rank) is { } field)
        {
            return field;
        }

        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        field =
            bracket >= 0 ? kind.FieldOf(WordForm.Fold(header[..bracket]), out rank)
            : Array.Find(Places, place => header.StartsWith(place, StringComparison.OrdinalIgnoreCase)) is { } outer
                ? kind.FieldOf(WordForm.Fold(header[outer.Length..]), out rank)
            : null;
        rank += RankInBrackets;
        return field;
    }

    static string Unique(string header, int index, HashSet<string> names)
    {
        var plain = header.Length == 0 ? $"column {index + 1}" : header;
        var name = plain;
        for (var number = 2; !names.Add(name); number++)
        {
            name = $"{plain} {number}";
        }

        return name;
    }
}
