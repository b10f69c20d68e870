using BizGraph.Model;
using BizGraph.Store.Neo4j;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>How a database is named.</summary>
public sealed class Neo4jAddressTests
{
    [Theory]
    [InlineData("neo4j+http://host:7474/town", "http://host:7474/", "town")]
    [InlineData("neo4j+http://host", "http://host:7474/", "neo4j")]
    [InlineData("neo4j+https://host:7473/neo4j", "https://host:7473/", "neo4j")]
    [InlineData("neo4j+https://[::1]/my%20town", "https://[::1]:7473/", "my town")]
    [InlineData("neo4j+s://5f2d3357.databases.neo4j.io", "https://5f2d3357.databases.neo4j.io/", "neo4j")]
    [InlineData("neo4j+s://graph.example:7687", "https://graph.example:7473/", "neo4j")]
    public void An_address_names_server_and_database(string store, string server, string database)
    {
        var address = Neo4jAddress.Of(store, Known());

        Assert.Equal((server, database, ""), (address.Server.AbsoluteUri, address.Database, address.LabelPrefix));
    }

    [Fact]
    public void Plain_neo4j_is_what_the_environment_says()
    {
        var address = Neo4jAddress.Of(
            "neo4j",
            Known(("NEO4J_URI", "neo4j+s://5f2d3357.databases.neo4j.io"), ("NEO4J_USERNAME", "ann"), ("NEO4J_DATABASE", "town"))
        );

        Assert.Equal(("https://5f2d3357.databases.neo4j.io/town", "ann"), (address.ToString(), address.User));
        Assert.Equal("ann:secret", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(address.Basic)));
    }

    [Fact]
    public void The_file_that_Aura_hands_out_is_read_as_it_is()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder.File("Neo4j-5f2d3357.txt"),
            """
            # Wait 60 seconds before connecting using these details
            NEO4J_URI=neo4j+s://5f2d3357.databases.neo4j.io
            NEO4J_USERNAME=5f2d3357
            NEO4J_PASSWORD=pass=word
            NEO4J_DATABASE=5f2d3357
            AURA_INSTANCEID=5f2d3357
            """
        );

        var address = Neo4jAddress.Of($"neo4j:{folder.File("Neo4j-5f2d3357.txt")}", _ => null);

        Assert.Equal("https://5f2d3357.databases.neo4j.io/5f2d3357", address.ToString());
        Assert.Equal("5f2d3357:pass=word", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(address.Basic)));
    }

    [Theory]
    [InlineData("neo4j+http://ann:hunter2@host/neo4j", "must not hold")]
    [InlineData("neo4j+http://ann@host/neo4j", "must not hold")]
    [InlineData("neo4j+ssc://host", "verifies certificates")]
    [InlineData("neo4j+ftp://host", "is no address")]
    [InlineData("neo4j+http:///neo4j", "is no address")]
    [InlineData("neo4j+http://host/neo4j?prefix=a-b", "not understood")]
    [InlineData("neo4j:/no/such/file", "cannot be read")]
    [InlineData("neo4j", "needs NEO4J_URI")]
    public void What_is_no_address_says_why_and_never_repeats_a_password(string store, string says)
    {
        var refused = Assert.Throws<StoreException>(() => Neo4jAddress.Of(store, Known()));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_never_writes_its_password()
    {
        var address = Neo4jAddress.Of("neo4j+http://host", Known());

        Assert.DoesNotContain("secret", $"{address} {address with { Database = "x" }}", StringComparison.Ordinal);
    }

    static Func<string, string?> Known(params (string Name, string Value)[] settings) =>
        name => name == "NEO4J_PASSWORD" ? "secret" : settings.FirstOrDefault(setting => setting.Name == name).Value;
}
