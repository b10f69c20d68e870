using System.Text.Json;
using BizGraph.GraphQL.Tests.Towns;

namespace BizGraph.GraphQL.Tests.Limits;

/// <summary>Mutated documents: whatever comes out is a response, never an exception. The seed is fixed.</summary>
public sealed class FuzzTests
{
    static readonly string[] Seeds =
    [
        """query Q($id: ID!, $w: ShopFilterInput = { trade: BAKERY }) { shop(id: $id) { ...F } shops(first: 2, where: $w) { nodes { name trade } totalCount } } fragment F on Shop { id rivals { name } }""",
        """mutation { a: note(text: "x\n\u{1F600}") b: note(text: "block") }""",
        """{ findShop(key: { name: "Bolts" }) { name @include(if: true) opened } summary { shops ratings __typename } }""",
        """{ __schema { types { name kind fields(includeDeprecated: true) { name type { ofType { name } } } } } __type(name: "Shop") { name } }""",
        "query A { greet(name: \"\"\"a\n  b\"\"\", times: 3) } query B { trades(first: 1) { edges { cursor node } } }",
        """{ failure(known: true) ... on Query @skip(if: false) { trades { nodes } } }""",
    ];

    static readonly string[] Pieces =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "!",
        "$",
        "@",
        "...",
        "|",
        "&",
        "=",
        "\"",
        "\"\"\"",
        "\\u",
        "#",
        "on",
        "null",
        "true",
        "-",
        "1e9",
        "0",
        "\ud800",
        "\u0000",
        "é",
        "fragment F on Shop ",
        "@skip(if: $x)",
        "query ",
        "$id",
        "__typename",
        "\r",
        "\uFEFF",
    ];

    [Fact]
    public async Task Every_mutated_document_gets_a_response()
    {
        var executor = TownHost.Executor();
        var random = new Random(20_25_09);
        var count = Environment.GetEnvironmentVariable("BIZGRAPH_LONG") == "1" ? 1_000_000 : 3_000;
        var withData = 0;
        for (var i = 0; i < count; i++)
        {
            var text = Mutate(Seeds[random.Next(Seeds.Length)], random);
            string answer;
            try
            {
                answer = await executor.ExecuteAsync(text, Variables(random), TestContext.Current.CancellationToken);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Document {i} broke the engine: {JsonSerializer.Serialize(text)}", e);
            }
            using var json = JsonDocument.Parse(answer);
            var hasData = json.RootElement.TryGetProperty("data", out _);
            withData += hasData ? 1 : 0;
            Assert.True(hasData || json.RootElement.TryGetProperty("errors", out _), answer);
        }
        Assert.InRange(withData, 1, count);
    }

    static object? Variables(Random random) =>
        random.Next(4) switch
        {
            0 => null,
            1 => new { id = "a" },
            2 => new
            {
                id = 7,
                w = new { nameContains = "r" },
                x = true,
            },
            _ => new { id = (string?)null, w = new[] { 1 } },
        };

    static string Mutate(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                3 => string.Concat(text.AsSpan(0, at), ((char)random.Next(1, 0x3000)).ToString(), text.AsSpan(at + 1)),
                _ => text.Insert(at, Seeds[random.Next(Seeds.Length)]),
            };
        }
        return text;
    }
}
