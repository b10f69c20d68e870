using BizGraph.Model;

namespace BizGraph.Api.Pages;

/// <summary>Addresses of pages.</summary>
static class Links
{
    public static string To(BusinessId id) => $"/businesses/{Uri.EscapeDataString(id.Value)}";
}
