namespace BizGraph.Store.Sqlite;

/// <summary>Numbers of the keys seen lately. Bounds the memory of a long import: a forgotten one is looked up again.</summary>
sealed class KnownNumbers<TKey>
    where TKey : notnull
{
    const int Limit = 200_000;

    readonly Dictionary<TKey, long> _numbers = [];

    public long? Get(TKey key) => _numbers.TryGetValue(key, out var number) ? number : null;

    public long Set(TKey key, long number)
    {
        if (_numbers.Count >= Limit)
        {
            _numbers.Clear();
        }

        return _numbers[key] = number;
    }

    public void Clear() => _numbers.Clear();
}
