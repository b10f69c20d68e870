using System.Collections.Concurrent;

namespace BizGraph.GraphQL.Execution;

/// <summary>
/// Documents by their text, bounded by count and by characters. When it is full the oldest that was not asked for since goes
/// (second chance), so a flood of distinct documents does not push out what is used.
/// </summary>
sealed class DocumentCache(int maxDocuments, int maxCharacters)
{
    readonly ConcurrentDictionary<string, Entry> _entries = new();
    readonly Queue<Entry> _age = new();
    readonly Lock _lock = new();
    long _characters;

    public int Count => _entries.Count;

    public PreparedDocument? Find(string text)
    {
        if (!_entries.TryGetValue(text, out var entry))
            return null;
        if (!entry.WasUsed)
            entry.WasUsed = true;
        return entry.Document;
    }

    public void Add(string text, PreparedDocument document)
    {
        var entry = new Entry(text, document);
        if (entry.Weight > maxCharacters / 4)
            return;
        lock (_lock)
        {
            if (!_entries.TryAdd(text, entry))
                return;
            _age.Enqueue(entry);
            _characters += entry.Weight;
            while (_entries.Count > maxDocuments || _characters > maxCharacters)
                EvictOne();
        }
    }

    void EvictOne()
    {
        var entry = _age.Dequeue();
        if (entry.WasUsed)
        {
            entry.WasUsed = false;
            _age.Enqueue(entry);
            return;
        }
        _entries.TryRemove(entry.Text, out _);
        _characters -= entry.Weight;
    }

    sealed class Entry(string text, PreparedDocument document)
    {
        public string Text => text;

        public PreparedDocument Document => document;

        /// <summary>In characters. A token's nodes and its part of the plans take as much memory as some 20 characters, at least.</summary>
        public int Weight { get; } = text.Length + 20 * document.Document.TokenCount;

        public volatile bool WasUsed;
    }
}
