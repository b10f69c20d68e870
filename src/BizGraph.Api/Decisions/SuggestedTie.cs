using System.Text.Json;
using BizGraph.Analysis;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Decisions;

/// <summary>The tie that a suggestion is about: a decision about "A could supply B" is one about "B could buy from A". Without direction the lesser id comes first.</summary>
/// <param name="Type">Its type.</param>
/// <param name="From">Where it would start.</param>
/// <param name="To">Where it would end.</param>
readonly record struct SuggestedTie(RelationshipType Type, BusinessId From, BusinessId To)
{
    /// <summary>The tie of a suggestion, by the ids that its businesses are shown under; null where one is not known.</summary>
    public static SuggestedTie? Of(SuggestionKey key, NetworkSnapshot snapshot) =>
        Shown(key, snapshot) is { } shown ? Of(shown) : null;

    /// <summary>The tie of a suggestion whose ids are those that are shown.</summary>
    public static SuggestedTie Of(SuggestionKey key)
    {
        var type = key.Kind.TypeOfTie();
        var (from, to) = key.Kind.StartsAtWhom() ? (key.Whom, key.For) : (key.For, key.Whom);
        return type.IsDirected() || from <= to ? new SuggestedTie(type, from, to) : new SuggestedTie(type, to, from);
    }

    /// <summary>A suggestion by the ids that are shown; null where one is not known, or both are one business by now.</summary>
    public static SuggestionKey? Shown(SuggestionKey key, NetworkSnapshot snapshot) =>
        snapshot.Find(key.For) is { } of && snapshot.Find(key.Whom) is { } whom && of.Id != whom.Id
            ? key with
            {
                For = of.Id,
                Whom = whom.Id,
            }
            : null;

    /// <summary>As the log's key: <c>supplies:a+b</c>, the ids percent-encoded.</summary>
    public override string ToString() =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(Type.ToString())}:{Uri.EscapeDataString(From.Value)}+{Uri.EscapeDataString(To.Value)}";
}
