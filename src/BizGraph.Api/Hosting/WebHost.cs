using BizGraph.Analysis;
using BizGraph.Api.Decisions;
using BizGraph.Api.Duplicates;
using BizGraph.Api.Imports;
using BizGraph.Api.Jobs;
using BizGraph.Api.Pages;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;
using BizGraph.Ingest.Jobs;
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
    /// <param name="uploads">The folder for uploaded files.</param>
    /// <param name="tables">What is known of words and industries.</param>
    /// <param name="log">The log.</param>
    public static WebApplication Create(
        string urls,
        INetworkStore store,
        Func<CancellationToken, Task<INetworkStore>>? sample,
        bool isSample,
        string uploads,
        NetworkTables tables,
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
        AddSnapshots(builder.Services, store, sample, isSample, tables);
        AddImports(builder.Services, store, isSample, uploads);
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
        app.MapJobPages();
        app.MapDuplicatePages();
        app.MapDecisionPages();
        app.MapGraphQL();
        return app;
    }

    static void AddSnapshots(
        IServiceCollection services,
        INetworkStore store,
        Func<CancellationToken, Task<INetworkStore>>? sample,
        bool isSample,
        NetworkTables tables
    )
    {
        services.AddSingleton(all => new CurrentSnapshot(
            store,
            sample,
            isSample,
            tables,
            all.GetRequiredService<ILogger<CurrentSnapshot>>(),
            all.GetRequiredService<TimeProvider>()
        ));
        services.AddHostedService(all => all.GetRequiredService<CurrentSnapshot>());
        // What a request answers from is settled when it comes in, so that all of its parts agree.
        services.AddHttpContextAccessor();
        services.AddTransient(all =>
            all.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Shown>()
            ?? all.GetRequiredService<CurrentSnapshot>().Now
        );
        services.AddTransient(all => all.GetRequiredService<Shown>().Snapshot);
        services.AddSingleton<DecisionDesk>();
    }

    static void AddImports(IServiceCollection services, INetworkStore store, bool isSample, string uploads)
    {
        services.AddSingleton(all => new ImportJobs(store, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new UploadFolder(uploads, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WaitingUploads>();
        services.AddSingleton(all => new ImportDesk(
            store,
            isSample,
            all.GetRequiredService<UploadFolder>(),
            all.GetRequiredService<WaitingUploads>(),
            all.GetRequiredService<ImportJobs>(),
            all.GetRequiredService<CurrentSnapshot>(),
            all.GetRequiredService<TimeProvider>()
        ));
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = UploadFolder.LargestUpload);
        services.AddHostedService<JobWorker>();
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
