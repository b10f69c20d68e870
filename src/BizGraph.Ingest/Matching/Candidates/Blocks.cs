namespace BizGraph.Ingest.Matching.Candidates;

/// <summary>The keys that two entries or more share, but not too many, as arrays in both directions.</summary>
sealed class Blocks
{
    readonly int[] _memberOffsets; // length Count + 1; members of block b are [_memberOffsets[b], _memberOffsets[b + 1])
    readonly int[] _members;
    readonly int[] _worths;
    readonly int[] _blockOffsets; // length entries + 1
    readonly int[] _blocks;

    Blocks(int entries, List<int> memberOffsets, List<int> members, List<int> worths)
    {
        _memberOffsets = [.. memberOffsets];
        _members = [.. members];
        _worths = [.. worths];
        _blockOffsets = new int[entries + 1];
        foreach (var member in _members)
        {
            _blockOffsets[member + 1]++;
        }

        for (var entry = 0; entry < entries; entry++)
        {
            _blockOffsets[entry + 1] += _blockOffsets[entry];
        }

        _blocks = new int[_members.Length];
        var next = _blockOffsets[..^1];
        for (var block = 0; block < _worths.Length; block++)
        {
            foreach (var member in Members(block))
            {
                _blocks[next[member]++] = block;
            }
        }
    }

    /// <summary>The blocks of an entry.</summary>
    public ReadOnlySpan<int> Of(int entry) => _blocks.AsSpan(_blockOffsets[entry].._blockOffsets[entry + 1]);

    /// <summary>The entries of a block.</summary>
    public ReadOnlySpan<int> Members(int block) => _members.AsSpan(_memberOffsets[block].._memberOffsets[block + 1]);

    /// <summary>What sharing the block is worth: its kind's worth times its rarity in bits.</summary>
    public int WorthOf(int block) => _worths[block];

    /// <summary>Builds the blocks of all entries. Time O(k log k) and space O(k) for k keys.</summary>
    public static Blocks Build(Preparation data, int largest, CancellationToken cancellation)
    {
        var (keys, owners) = Keys(data, cancellation);
        Array.Sort(keys, owners);
        List<int> offsets = [0];
        List<int> members = [];
        List<int> worths = [];
        for (int start = 0, end = 0; start < keys.Length; start = end)
        {
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start >= 2 && end - start <= largest)
            {
                members.AddRange(owners.AsSpan(start..end));
                offsets.Add(members.Count);
                worths.Add(
                    Math.Max(1, (int)(BlockKeys.WorthOf(keys[start]) * Math.Log2((data.Entries.Length + 1000.0) / (end - start))))
                );
            }
        }

        return new Blocks(data.Entries.Length, offsets, members, worths);
    }

    static (ulong[] Keys, int[] Owners) Keys(Preparation data, CancellationToken cancellation)
    {
        var reader = new BlockKeys(data.Lexicon);
        var keys = new List<ulong>(data.Entries.Length * 24);
        var owners = new List<int>(data.Entries.Length * 24);
        for (var entry = 0; entry < data.Entries.Length; entry++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var key in reader.Of(data.Entries[entry]))
            {
                keys.Add(key);
                owners.Add(entry);
            }
        }

        return ([.. keys], [.. owners]);
    }
}
