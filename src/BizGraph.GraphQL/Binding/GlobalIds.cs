using System.Text;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Identifiers of nodes: the type's name and the object's own identifier, as opaque text.</summary>
static class GlobalIds
{
    public static string Encode(string type, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{id}"));

    /// <exception cref="CoercionException">The text is no identifier of a node.</exception>
    public static (string Type, string Id) Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (Convert.TryFromBase64String(text, bytes, out var length))
        {
            var plain = Encoding.UTF8.GetString(bytes, 0, length);
            if (plain.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                return (plain[..colon], plain[(colon + 1)..]);
        }
        throw new CoercionException($"\"{(text.Length > 40 ? text[..40] + "..." : text)}\" is no identifier of a node.");
    }

    /// <summary>The object's own identifier, of this type only.</summary>
    /// <exception cref="CoercionException">It belongs to another type, or is none.</exception>
    public static string DecodeAs(string type, string text)
    {
        var (found, id) = Decode(text);
        return found == type
            ? id
            : throw new CoercionException($"This is the identifier of a {found}, expected one of a {type}.");
    }
}
