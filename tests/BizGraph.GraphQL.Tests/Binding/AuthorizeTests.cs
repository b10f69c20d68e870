using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Binding;

/// <summary>Expected values are read off the attributes below.</summary>
public sealed class AuthorizeTests
{
    [Theory]
    [InlineData(null, "open:1 known:AUTH_NOT_AUTHENTICATED organizers:AUTH_NOT_AUTHENTICATED policy:AUTH_NOT_AUTHENTICATED")]
    [InlineData("Member", "open:1 known:2 organizers:AUTH_NOT_AUTHORIZED policy:AUTH_NOT_AUTHORIZED")]
    [InlineData("Organizer", "open:1 known:2 organizers:3 policy:4")]
    public async Task A_field_answers_whom_its_rules_allow(string? role, string expected)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuthorizationBuilder().AddPolicy("Organizers", policy => policy.RequireRole("Organizer"));
        services.AddGraphQL().AddType(typeof(Rooms));
        await using var provider = services.BuildServiceProvider();
        var identity = role is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test");
        var http = new DefaultHttpContext { User = new ClaimsPrincipal(identity), RequestServices = provider };
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        var request = new GraphQLRequest { Query = "{ open known organizers policy }" };
        var result = await executor.ExecuteAsync(request, provider, TestContext.Current.CancellationToken, http);
        var codes = result.Errors.ToDictionary(error => (string)error.Path!.Value[0], error => error.Code);
        var seen = result.Data!.Plan.Fields.Select(
            (field, i) => $"{field.ResponseName}:{result.Data.Values[i] ?? codes[field.ResponseName]}"
        );
        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Theory]
    [InlineData(null, "AUTH_NOT_AUTHENTICATED")]
    [InlineData("Member", "AUTH_NOT_AUTHORIZED")]
    [InlineData("Organizer", "7")]
    public async Task A_stream_is_opened_for_whom_its_rules_allow(string? role, string expected)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuthorizationBuilder().AddPolicy("Organizers", policy => policy.RequireRole("Organizer"));
        services.AddGraphQL().AddType(typeof(Rooms)).AddType(typeof(Streams));
        await using var provider = services.BuildServiceProvider();
        var identity = role is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "test");
        var http = new DefaultHttpContext { User = new ClaimsPrincipal(identity), RequestServices = provider };
        var executor = provider.GetRequiredService<GraphQLExecutor>();
        var (operation, _) = executor.Prepare(new GraphQLRequest { Query = "subscription { secrets }" });
        var seen = new List<string?>();
        await foreach (var result in executor.StreamAsync(operation!, provider, http, TestContext.Current.CancellationToken))
            seen.Add(result.HasData ? result.Data!.Values[0]!.ToString() : result.Errors.Single().Code);
        Assert.Equal([expected], seen);
    }

    [Fact]
    public void An_attribute_of_aspnet_stops_the_start()
    {
        var services = new ServiceCollection();
        services.AddGraphQL().AddType(typeof(Mistaken));
        using var provider = services.BuildServiceProvider();
        var e = Assert.Throws<SchemaException>(provider.GetRequiredService<GraphQLExecutor>);
        Assert.Contains("Mistaken.Secret", e.Message, StringComparison.Ordinal);
    }

    [QueryType]
    public static class Rooms
    {
        public static int? Open() => 1;

        [Authorize]
        public static int? Known() => 2;

        [Authorize(Roles = ["Organizer", "Umbrella"])]
        public static int? Organizers() => 3;

        [Authorize(Policy = "Organizers")]
        public static Task<int?> PolicyAsync() => Task.FromResult<int?>(4);
    }

    [SubscriptionType]
    public static class Streams
    {
        [Authorize(Policy = "Organizers")]
        public static async IAsyncEnumerable<int> Secrets()
        {
            await Task.Yield();
            yield return 7;
        }
    }

    [QueryType]
    public static class Mistaken
    {
        [Microsoft.AspNetCore.Authorization.Authorize]
        public static int? Secret() => 1;
    }
}
