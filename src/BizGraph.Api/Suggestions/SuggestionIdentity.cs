using System.Text.Json;
using BizGraph.Analysis.Suggestions;
using BizGraph.Model;

namespace BizGraph.Api.Suggestions;

/// <summary>By what a suggestion is known again, as text: <c>supplier:for+whom</c>, the ids percent-encoded.</summary>
static class SuggestionIdentity
{
    /// <summary>The text of a key.</summary>
    public static string Of(SuggestionKey key) =>
        $"{WordOf(key.Kind)}:{Uri.EscapeDataString(key.For.Value)}+{Uri.EscapeDataString(key.Whom.Value)}";

    /// <summary>The key of a text; null where it is none.</summary>
    public static SuggestionKey? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && KindOf(text[..colon]) is { } kind
            && text[(colon + 1)..].Split('+') is [{ Length: > 0 } of, { Length: > 0 } whom]
            ? new SuggestionKey(new BusinessId(Uri.UnescapeDataString(of)), new BusinessId(Uri.UnescapeDataString(whom)), kind)
            : null;
    }

    /// <summary>The word for a kind in identities and on the command line: <c>referral-partner</c>.</summary>
    public static string WordOf(SuggestionKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of a word; null where it is none.</summary>
    public static SuggestionKind? KindOf(string word) =>
        SuggestionKinds.All.Where(kind => WordOf(kind) == word).Select(kind => (SuggestionKind?)kind).SingleOrDefault();
}
