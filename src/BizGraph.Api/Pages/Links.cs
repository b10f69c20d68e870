using BizGraph.Model;

namespace BizGraph.Api.Pages;

/// <summary>Addresses of pages.</summary>
static class Links
{
    /// <summary>The page of a business. An id may hold slashes, which stay, since servers do not decode them.</summary>
    public static string To(BusinessId id)
    {
        var segments = id.Value.Split('/');
        // Browsers resolve such segments before they ask.
        return segments.Any(segment => segment is "" or "." or "..")
            ? $"/business?id={Uri.EscapeDataString(id.Value)}"
            : $"/businesses/{string.Join('/', segments.Select(Uri.EscapeDataString))}";
    }
}
