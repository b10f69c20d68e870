using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>A line of trade as properties of a business or a tie.</summary>
static class IndustryProperties
{
    public static IReadOnlyList<string> Names { get; } = ["industryCode", "industryScheme", "industry"];

    public static void Write(Utf8JsonWriter json, Industry? industry)
    {
        json.Text("industryCode", industry?.Code);
        json.Text("industryScheme", industry?.Scheme);
        json.Text("industry", industry?.Title);
    }

    public static Industry? Read(PropertyBag read)
    {
        var (code, scheme, title) = (read.Text("industryCode"), read.Text("industryScheme"), read.Text("industry"));
        return code is null && scheme is null && title is null ? null : new Industry(code, scheme, title);
    }
}
