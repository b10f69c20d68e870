namespace BizGraph.Api.Hosting;

/// <summary>What GraphiQL opens with: questions that organizers, members and analysts ask, ready to run.</summary>
static class ExampleQueries
{
    const string Overview = """
        # The network at a glance, and who stands alone in it.
        query Overview {
          overview {
            businesses
            relationshipsByType { type count }
            communities
            firstGap { sentence nextAction }
          }
          gaps(first: 5) { totalCount nodes { kind sentence nextAction } }
          isolated(first: 20) {
            totalCount
            nodes { name industry { title } place { locality } }
          }
        }
        """;

    const string Introductions = """
        # Whom to introduce to whom this week, why, and a letter to both. The revision of a decision goes with the next one.
        query Introductions {
          introductions(first: 10, perBusiness: 1) {
            totalCount
            nodes { id headline sentence whatItChanges { sentence } introduction { subject body } decision { state by revision } }
          }
        }
        """;

    const string Search = """
        # Businesses by a word of their name, and their ties. Change the word.
        query Search($text: String = "bakery") {
          businesses(where: { text: $text }, first: 10) {
            totalCount
            nodes {
              id
              name
              offers
              needs
              relationships(first: 20) { nodes { type kind from { name } to { name } } }
            }
          }
        }
        """;

    const string SupplyChain = """
        # Who supplies a business, and who supplies them: three tiers. Change the id; a name serves as well.
        query SupplyChain($of: ID! = "the-wool-merchant-hotel") {
          supplyChain(of: $of, direction: UPSTREAM, tiers: 3) {
            tiers { number businesses { name place { locality } } }
          }
        }
        """;

    const string Brokers = """
        # Who connects the others, and which communities there are.
        query Brokers {
          rankings(by: BETWEENNESS, first: 10) { rank score business { name } }
          communities { number size members(first: 5) { nodes { name } } }
        }
        """;

    const string Graph = """
        # The whole graph as arrays, for a picture or a notebook.
        query Graph {
          graph(metrics: [PAGE_RANK]) { ids names from to weight metrics { measure values } }
        }
        """;

    public static IReadOnlyList<string> All { get; } = [Overview, Introductions, Search, SupplyChain, Brokers, Graph];
}
