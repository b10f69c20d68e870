namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Oracle: npm's graphql-http, which audits servers against the GraphQL over HTTP specification.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Every_audit_of_graphql_over_http_passes()
    {
        await using var town = await KestrelTown.StartAsync();
        var lines = await NodeClient.RunAsync("audit.mjs", town.Address.ToString());
        Assert.Equal(["61 of 61 audits"], lines);
    }
}
