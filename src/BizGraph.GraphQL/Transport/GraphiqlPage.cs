using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>GraphiQL for browsers. Its files lie beside the program; nothing is loaded from elsewhere.</summary>
sealed class GraphiqlPage
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "graphiql");
    readonly string _html;

    /// <param name="path">Where the endpoint is mapped.</param>
    /// <param name="examples">Queries that the page opens with, each in a tab.</param>
    public GraphiqlPage(string path, IReadOnlyList<string> examples)
    {
        var tabs = JsonSerializer.Serialize(examples.Select(query => new { query }));
        _html = File.Exists(Path.Combine(Folder, "graphiql.min.js")) ? Page(path, tabs) : Missing(path);
    }

    /// <summary>A browser asks for a page, and sends no query.</summary>
    public static bool IsAsked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(_html, http.RequestAborted);
    }

    /// <summary>One of GraphiQL's files; 404 for anything else.</summary>
    public static IResult FileOf(string name)
    {
        var path = Path.Combine(Folder, Path.GetFileName(name));
        if (!File.Exists(path))
            return Results.NotFound();
        return Results.File(path, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript");
    }

    static string Page(string path, string tabs) =>
        $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>GraphiQL</title>
            <link rel="stylesheet" href="{{path}}/graphiql/graphiql.min.css">
            <style>body { margin: 0 } #graphiql { height: 100vh }</style>
            </head>
            <body>
            <div id="graphiql">Loading…</div>
            <script src="{{path}}/graphiql/react.production.min.js"></script>
            <script src="{{path}}/graphiql/react-dom.production.min.js"></script>
            <script src="{{path}}/graphiql/graphiql.min.js"></script>
            <script>
            const fetcher = GraphiQL.createFetcher({ url: location.origin + '{{path}}' });
            const defaultTabs = {{tabs}};
            ReactDOM.createRoot(document.getElementById('graphiql')).render(
              React.createElement(GraphiQL, defaultTabs.length ? { fetcher, defaultTabs } : { fetcher }));
            </script>
            </body>
            </html>
            """;

    static string Missing(string path) =>
        $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>GraphQL</title>
            <p>This is a GraphQL endpoint. Its schema is at <a href="{{path}}/schema.graphql">{{path}}/schema.graphql</a>.
            <p>To have GraphiQL here, run <code>scripts/graphql-graphiql</code> and build again.
            </html>
            """;
}
