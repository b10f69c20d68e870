using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>What a business is open to, or does not want: types of tie, businesses, and trades or tags by their words.</summary>
sealed class Wishes
{
    static readonly Wishes Nothing = new();

    readonly HashSet<RelationshipType> _types = [];
    readonly HashSet<int> _nodes = [];
    readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public static Wishes Of(IReadOnlyList<string> said, NetworkSnapshot snapshot)
    {
        if (said.Count == 0)
        {
            return Nothing;
        }

        var wishes = new Wishes();
        foreach (var word in said.Select(word => word.Trim()).Where(word => word.Length > 0))
        {
            if (Enum.TryParse<RelationshipType>(word, ignoreCase: true, out var type) && !char.IsAsciiDigit(word[0]))
            {
                wishes._types.Add(type);
            }
            else if (
                Enum.TryParse<SuggestionKind>(word.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
                && !char.IsAsciiDigit(word[0])
            )
            {
                wishes._types.Add(kind.TypeOfTie());
            }
            else if (snapshot.Find(word) is { } business)
            {
                _ = snapshot.NodeOf(business.Id) is { } node && wishes._nodes.Add(node);
            }
            else
            {
                wishes._words.Add(BusinessId.Normalize(word));
            }
        }

        return wishes;
    }

    /// <summary>Whether they name the type of tie, or the other business: itself, its trade or one of its tags.</summary>
    public bool Name(RelationshipType? type, Traits traits, int other)
    {
        if (ReferenceEquals(this, Nothing))
        {
            return false;
        }

        var facts = traits.Snapshot.BusinessOf(other).Facts;
        return (type is { } of && _types.Contains(of))
            || _nodes.Contains(other)
            || (
                _words.Count > 0
                && (
                    (facts.Industry?.Title is { } title && _words.Contains(BusinessId.Normalize(title)))
                    || facts.Tags.Any(tag => _words.Contains(BusinessId.Normalize(tag)))
                )
            );
    }
}
