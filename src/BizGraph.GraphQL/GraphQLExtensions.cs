using BizGraph.GraphQL.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL;

/// <summary>Adds GraphQL to a host.</summary>
public static class GraphQLExtensions
{
    /// <summary>Registers a <see cref="GraphQLExecutor"/>; add the annotated classes to what is returned.</summary>
    public static GraphQLBuilder AddGraphQL(this IServiceCollection services)
    {
        var builder = new GraphQLBuilder(services);
        services.AddSingleton(builder.Build);
        services.AddResponseCompression(options =>
            options.MimeTypes = [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/graphql-response+json",
                "application/graphql",
            ]
        );
        return builder;
    }

    /// <summary>
    /// Answers GraphQL over HTTP at a path, and the schema as SDL at <c>/schema.graphql</c> below it. The schema is built here, so that
    /// a mistake in it stops the start and not the first request.
    /// </summary>
    /// <exception cref="SchemaException">The annotated classes do not make a schema.</exception>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var executor = endpoints.ServiceProvider.GetRequiredService<GraphQLExecutor>();
        var handler = new HttpHandler(executor, new GraphiqlPage(path, executor.Examples));
        var sdl = executor.PrintSchema();
        var group = endpoints.MapGroup(path);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.UseResponseCompression();
        pipeline.Run(handler.HandleAsync);
        group.MapMethods("", ["GET", "HEAD", "POST", "CONNECT"], pipeline.Build());
        group.MapGet("/schema.graphql", () => Results.Text(sdl, "application/graphql; charset=utf-8"));
        group.MapGet("/graphiql/{name}", GraphiqlPage.FileOf);
        return group;
    }
}
