using BizGraph.GraphQL.Tests.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>The town on a port of this machine, for clients from outside.</summary>
sealed class KestrelTown : IAsyncDisposable
{
    readonly WebApplication _app;

    KestrelTown(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First() + "/graphql");

    public IServiceProvider Services => _app.Services;

    public static async Task<KestrelTown> StartAsync(Func<GraphQLOptions, GraphQLOptions>? change = null, params Type[] more)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTown(change, more);
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new KestrelTown(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
