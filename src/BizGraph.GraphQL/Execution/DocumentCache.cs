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
        if (text.Length > maxCharacters / 4)
            return;
        var entry = new Entry(text, document);
        lock (_lock)
        {
            if (!_entries.TryAdd(text, entry))
                return;
            _age.Enqueue(entry);
            _characters += text.Length;
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
        _characters -= entry.Text.Length;
    }

    sealed class Entry(string text, PreparedDocument document)
    {
        public string Text => text;

        public PreparedDocument Document => document;

        public volatile bool WasUsed;
    }
}
