using System.Diagnostics.CodeAnalysis;

namespace BizGraph.Store.Sqlite;

/// <summary>Answers of the database to the keys asked lately. Bounds the memory of a long import: a forgotten one is asked again.</summary>
sealed class RecentlyKnown<TKey, TValue>
    where TKey : notnull
{
    // About 200 MB of short ids; looking one up in the database takes ten times as long.
    const int Limit = 2_000_000;

    readonly Dictionary<TKey, TValue> _values = [];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public TValue Set(TKey key, TValue value)
    {
        if (_values.Count >= Limit)
        {
            _values.Clear();
        }

        return _values[key] = value;
    }

    public void Clear() => _values.Clear();
}
