using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>GraphiQL for browsers. Its files lie beside the program; nothing is loaded from elsewhere.</summary>
sealed class GraphiqlPage
{
    /// <summary>GraphiQL runs its own scripts only and asks this server only; it makes styles and data images as it goes.</summary>
    const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "graphiql");
    readonly string _html;

    /// <param name="path">Where the endpoint is mapped.</param>
    /// <param name="examples">Queries that the page opens with, each in a tab.</param>
    public GraphiqlPage(string path, IReadOnlyList<string> examples) =>
        _html = File.Exists(Path.Combine(Folder, "graphiql.min.js"))
            ? Page(WebUtility.HtmlEncode(path), Settings(path, examples))
            : Missing(WebUtility.HtmlEncode(path));

    /// <summary>A browser asks for a page, and sends no query.</summary>
    public static bool IsAsked(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public Task AnswerAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
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

    /// <summary>JSON for a script element: the default encoder writes every &lt; as an escape, so no text can close it.</summary>
    static string Settings(string path, IReadOnlyList<string> examples) => JsonSerializer.Serialize(new { path, examples });

    static string Page(string path, string settings) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>GraphiQL</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{path}/graphiql/graphiql.min.css">
            <link rel="stylesheet" href="{path}/graphiql/start.css">
            </head>
            <body>
            <div id="graphiql">Loading…</div>
            <script id="settings" type="application/json">{settings}</script>
            <script src="{path}/graphiql/react.production.min.js"></script>
            <script src="{path}/graphiql/react-dom.production.min.js"></script>
            <script src="{path}/graphiql/graphiql.min.js"></script>
            <script src="{path}/graphiql/start.js"></script>
            </body>
            </html>
            """;

    static string Missing(string path) =>
        $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>GraphQL</title>
            <p>This is a GraphQL endpoint. Its schema is at <a href="{path}/schema.graphql">{path}/schema.graphql</a>.
            <p>To have GraphiQL here, run <code>scripts/graphql-graphiql</code> and build again.
            </html>
            """;
}
