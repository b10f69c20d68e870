using BizGraph.GraphQL.Tests.Towns;

namespace BizGraph.GraphQL.Tests.Binding;

/// <summary>Expected values are read off the classes in <see cref="Towns"/>.</summary>
public sealed class TownSchemaTests
{
    readonly GraphQLExecutor _town = TownHost.Executor();

    [Fact]
    public void The_schema_shows_bound_members_only_with_their_docs()
    {
        const string Shop = """
            "A shop."
            type Shop {
              "Its identifier."
              id: ID!
              name: String!
              trade: Trade!
              opened: LocalDate!
              rivals: [Shop!]!
            }
            """;
        var sdl = _town.PrintSchema();
        Assert.Contains(Shop, sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("email", sdl, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hidden", sdl, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ICE_HOUSE @deprecated(reason: \"Nobody trades in ice any more.\")", sdl, StringComparison.Ordinal);
        Assert.Contains("greet(name: String! = \"you\", times: Int! = 2): String!", sdl, StringComparison.Ordinal);
        Assert.Contains("input ShopKeyInput @oneOf {", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public void The_printed_schema_is_the_same_each_time() =>
        Assert.Equal(_town.PrintSchema(), TownHost.Executor().PrintSchema());

    [Fact]
    public async Task Identifiers_of_a_type_of_their_own_go_in_and_out() =>
        Assert.Equal(
            """{"data":{"shop":{"id":"b","trade":"HARDWARE_STORE","opened":"2020-01-31"},"none":null}}""",
            await Ask("""{ shop(id: "b") { id trade opened } none: shop(id: 7) { id } }""")
        );

    [Fact]
    public async Task A_page_ends_at_its_limit_and_goes_on_after_its_cursor()
    {
        const string First =
            "{ shops(first: 2) { totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage } edges { cursor } } }";
        Assert.Equal(
            """{"data":{"shops":{"totalCount":3,"nodes":[{"name":"Ada's"},{"name":"Bolts"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false},"edges":[{"cursor":"YQ=="},{"cursor":"Yg=="}]}}}""",
            await Ask(First)
        );
        Assert.Equal(
            """{"data":{"shops":{"nodes":[{"name":"Crumb"}],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}}""",
            await Ask("""{ shops(first: 2, after: "Yg==") { nodes { name } pageInfo { hasNextPage hasPreviousPage } } }""")
        );
        Assert.Equal(
            """{"data":{"shops":{"nodes":[{"name":"Bolts"}]}}}""",
            await Ask("""{ shops(last: 1, before: "Yw==") { nodes { name } } }""")
        );
    }

    [Fact]
    public async Task A_page_larger_than_the_limit_is_refused() =>
        Assert.Contains(
            "`first` is 3, expected 0 to 2.",
            await Ask("{ shops(first: 3) { nodes { name } } }"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_list_is_cut_into_pages_by_the_engine() =>
        Assert.Equal(
            """{"data":{"trades":{"nodes":["HARDWARE_STORE"]}}}""",
            await Ask("""{ trades(first: 1, after: "MA==") { nodes } }""")
        );

    [Fact]
    public async Task Input_objects_arrive_as_records_with_what_was_not_given_left_out() =>
        Assert.Equal(
            """{"data":{"shops":{"nodes":[{"name":"Crumb"}]}}}""",
            await Ask(
                "query ($where: ShopFilterInput) { shops(where: $where) { nodes { name } } }",
                new { where = new { trade = "BAKERY", nameContains = "Cr" } }
            )
        );

    [Fact]
    public async Task One_of_takes_exactly_one()
    {
        Assert.Equal(
            """{"data":{"findShop":{"name":"Bolts"}}}""",
            await Ask("""{ findShop(key: { name: "Bolts" }) { name } }""")
        );
        var two = await Ask("query ($k: ShopKeyInput!) { findShop(key: $k) { name } }", new { k = new { id = "a", name = "b" } });
        Assert.Contains("exactly one field must be specified", two, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", two, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exceptions_are_masked_and_known_errors_are_not()
    {
        Assert.Equal(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["failure"]}],"data":null}""",
            await Ask("{ failure(known: false) }")
        );
        Assert.Equal(
            """{"errors":[{"message":"Closed today.","locations":[{"line":1,"column":3}],"path":["failure"],"extensions":{"code":"CLOSED"}}],"data":null}""",
            await Ask("{ failure(known: true) }")
        );
    }

    [Fact]
    public async Task A_condition_given_as_null_is_a_request_error()
    {
        var answer = await Ask("query ($y: Boolean = true) { greet @include(if: $y) }", new { y = (bool?)null });
        Assert.Equal("""{"errors":[{"message":"Variable \"$y\" decides what is selected and must not be null."}]}""", answer);
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other() =>
        Assert.Equal(
            """{"data":{"a":1,"b":2,"c":3}}""",
            await Ask("""mutation { a: note(text: "x") b: note(text: "y") c: note(text: "z") }""")
        );

    [Fact]
    public async Task Numbers_go_out_as_an_array() =>
        Assert.Equal("""{"data":{"summary":{"shops":3,"ratings":[4.5,3,5]}}}""", await Ask("{ summary { shops ratings } }"));

    [Fact]
    public async Task Defaults_of_parameters_are_defaults_of_arguments() =>
        Assert.Equal("""{"data":{"greet":"Hello you! Hello you! "}}""", await Ask("{ greet }"));

    Task<string> Ask(string query, object? variables = null) =>
        _town.ExecuteAsync(query, variables, TestContext.Current.CancellationToken);
}
