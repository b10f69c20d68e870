using BizGraph.Ingest.Values;

namespace BizGraph.Ingest.Json;

/// <summary>The names under which JSON files keep their lists. A new name is one more word here.</summary>
static class JsonLists
{
    static readonly WordTable<bool> AreTies = new(
        (false, ["businesses", "nodes", "elements", "vertices", "members", "organizations", "organisations", "companies"]),
        (true, ["relationships", "edges", "links", "connections", "ties"]),
        (false, ["releases", "records", "ledger", "payments", "attendance"])
    );

    /// <summary>Whether a list goes by this name.</summary>
    public static bool IsList(string name) => AreTies.TryGet(name, out _);

    /// <summary>Whether it is a list of ties.</summary>
    public static bool IsOfTies(string name) => AreTies.TryGet(name, out var are) && are;
}
