using BizGraph.Model;

namespace BizGraph.Analysis.Gaps;

/// <summary>By what a gap is known again: its kind and the ids of its businesses, or the name of a group or trade.</summary>
/// <remarks>
/// A pure function of what it is about, not of the order of rows, numbers of nodes or counts. As text: <c>kind:part+part</c>, each part
/// percent-encoded. An island and a community go by the least id among their members.
/// </remarks>
public sealed record GapIdentity
{
    readonly string _text;

    GapIdentity(GapKind kind, IReadOnlyList<string> parts)
    {
        Kind = kind;
        Parts = parts;
        _text = $"{WordOf(kind)}:{string.Join('+', parts.Select(Uri.EscapeDataString))}";
    }

    /// <summary>The kind of the gap.</summary>
    public GapKind Kind { get; }

    /// <summary>The ids of its businesses, then names.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The identity of a text; null where it is none.</summary>
    public static GapIdentity? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !KindOf(text[..colon], out var kind))
        {
            return null;
        }

        var parts = text[(colon + 1)..].Split('+', StringSplitOptions.RemoveEmptyEntries);
        return new GapIdentity(kind, [.. parts.Select(Uri.UnescapeDataString)]);
    }

    /// <summary>The word for a kind in identities and on the command line: <c>sole-source</c>.</summary>
    public static string WordOf(GapKind kind) =>
        string.Concat(
            kind.ToString()
                .Select(
                    (letter, place) =>
                        char.IsUpper(letter) ? $"{(place > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"
                )
        );

    /// <summary>The kind of a word.</summary>
    public static bool KindOf(string word, out GapKind kind)
    {
        kind = Enum.GetValues<GapKind>().FirstOrDefault(k => WordOf(k) == word);
        return WordOf(kind) == word;
    }

    /// <summary>The identity that this gap has in a snapshot: its businesses may have been merged into others, its group may go by another member.</summary>
    public GapIdentity In(NetworkSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var ids = Parts
            .Take(IdsIn(Kind))
            .Select(id => snapshot.Find(new BusinessId(id)) is { } business ? Representative(snapshot, business) : id);
        var ordered = Kind is GapKind.OnlyTie or GapKind.StructuralHole ? ids.Order(StringComparer.Ordinal) : ids;
        return new GapIdentity(Kind, [.. ordered, .. Parts.Skip(IdsIn(Kind))]);
    }

    /// <inheritdoc/>
    public bool Equals(GapIdentity? other) => other?._text == _text;

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _text;

    internal static GapIdentity Of(GapKind kind, params IEnumerable<Business> businesses) =>
        new(kind, [.. businesses.Select(b => b.Id.Value)]);

    internal static GapIdentity Of(GapKind kind, Business business, string name) => new(kind, [business.Id.Value, name]);

    internal static GapIdentity OfName(GapKind kind, params string[] names) => new(kind, names);

    string Representative(NetworkSnapshot snapshot, Business business) =>
        snapshot.NodeOf(business.Id) is not { } node ? business.Id.Value
        : Kind == GapKind.Island ? First(snapshot, snapshot.Components, node)
        : Kind == GapKind.StructuralHole ? First(snapshot, snapshot.Communities, node)
        : business.Id.Value;

    // Nodes are numbered in the order of their ids, so a group's first node has its least id.
    static string First(NetworkSnapshot snapshot, Partition groups, int node) =>
        snapshot.BusinessOf(groups.MembersOf(groups[node])[0]).Id.Value;

    static int IdsIn(GapKind kind) =>
        kind switch
        {
            GapKind.AmongThemselves or GapKind.BoughtOutside or GapKind.MissingTrade => 0,
            GapKind.OnlyTie or GapKind.StructuralHole => 2,
            _ => 1,
        };
}
