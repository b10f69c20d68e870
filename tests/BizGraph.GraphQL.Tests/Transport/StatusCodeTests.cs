using System.Text;
using BizGraph.GraphQL.Tests.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Oracle: GraphQL over HTTP, first edition (2026), section 6.</summary>
public sealed class StatusCodeTests
{
    const string New = "application/graphql-response+json";
    const string Old = "application/json";

    [Theory]
    [InlineData(New, """{"query":"{ greet }"}""", 200)]
    [InlineData(New, """{"query":"{ failure(known: true) greet }"}""", 294)]
    [InlineData(New, """{"query":"{ greet"}""", 400)]
    [InlineData(New, "{", 400)]
    [InlineData(New, """{"query":"{ unknown }"}""", 422)]
    [InlineData(New, """{"query":"query ($n: Int!) { greet(times: $n) }"}""", 422)]
    [InlineData(New, """{"query":"query A { greet } query B { greet }"}""", 422)]
    [InlineData(New, """{"qeury":"{ greet }"}""", 422)]
    [InlineData(Old, """{"query":"{ failure(known: true) greet }"}""", 200)]
    [InlineData(Old, """{"query":"{ unknown }"}""", 200)]
    [InlineData(Old, """{"qeury":"{ greet }"}""", 400)]
    public async Task A_response_has_the_status_code_of_2026_where_a_host_asks_for_it(string accept, string body, int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddTown(options => options with { UseDetailedStatusCodes = true });
        await using var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
    }
}
