using BizGraph.Api.Imports;
using BizGraph.Api.Pages;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Model;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Serilog;
using Serilog.Core;

namespace BizGraph.Api.Hosting;

/// <summary>Assembles the service.</summary>
static class WebHost
{
    // Of all but uploads: see UploadLimit.
    const long LargestBody = 1 << 20;

    /// <summary>The service on a store, not started yet.</summary>
    /// <param name="urls">Where it listens, separated by semicolons; checked with <see cref="LoopbackAddress"/>.</param>
    /// <param name="store">The network.</param>
    /// <param name="sample">Opens the sample town for as long as the store is empty; null to show the store as it is.</param>
    /// <param name="isSample">Whether the store is the sample town itself.</param>
    /// <param name="log">The log.</param>
    public static WebApplication Create(
        string urls,
        INetworkStore store,
        Func<CancellationToken, Task<INetworkStore>>? sample,
        bool isSample,
        Logger log
    )
    {
        // The empty builder reads no settings of its environment: nothing there can open another address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseUrls(urls)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestBody;
            });
        builder.Services.AddLogging(logging => logging.AddSerilog(log));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new CurrentSnapshot(
            store,
            sample,
            isSample,
            services.GetRequiredService<ILogger<CurrentSnapshot>>(),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddSingleton(services => new ImportDesk(
            store,
            isSample,
            services.GetRequiredService<CurrentSnapshot>(),
            services.GetRequiredService<TimeProvider>()
        ));
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = UploadFolder.LargestUpload);
        builder.Services.AddHostedService(services => services.GetRequiredService<CurrentSnapshot>());
        // What a request answers from is settled when it comes in, so that all of its parts agree.
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddTransient(services =>
            services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Shown>()
            ?? services.GetRequiredService<CurrentSnapshot>().Now
        );
        builder.Services.AddTransient(services => services.GetRequiredService<Shown>().Snapshot);
        builder.Services.AddBizGraphSchema();
        builder.Services.Configure<HostFilteringOptions>(options =>
        {
            options.AllowedHosts = [.. LoopbackAddress.Hosts];
            options.AllowEmptyHosts = false;
        });

        var app = builder.Build();
        app.UseMiddleware<RequestLog>();
        app.UseHostFiltering();
        app.Use(AddSecurityHeaders);
        app.Use(UploadLimit.Raise);
        app.Use(SettleSnapshot);
        app.UseRouting();
        app.MapPages();
        app.MapImportPages();
        app.MapGraphQL();
        return app;
    }

    static Task SettleSnapshot(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(context.RequestServices.GetRequiredService<CurrentSnapshot>().Now);
        return next(context);
    }

    static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageStyle.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        // Not no-referrer: with that a browser hides the origin even of our own forms, and they could not be told from foreign ones.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
