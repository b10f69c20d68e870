using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace BizGraph.Api.Pages;

/// <summary>A Razor component as a whole page, in the reader's language. No session or script comes with it, and no cookie but for a language that was chosen.</summary>
/// <param name="parameters">The component's parameters by name.</param>
/// <param name="statusCode">HTTP status.</param>
sealed class PageResult<TPage>(IDictionary<string, object?> parameters, int statusCode = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = ReaderLanguage.Keep(httpContext);
        var html = await RenderAsync(new Reader(language, SwitchTo(httpContext.Request, Catalogue.Other(language))));
        httpContext.Response.StatusCode = statusCode;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }

    /// <summary>The page as text.</summary>
    public async Task<string> RenderAsync(Reader reader)
    {
        await using var services = new ServiceCollection().AddLogging().AddCascadingValue(_ => reader).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }

    // The answer to a form has no address of its own to come back to.
    static string SwitchTo(HttpRequest request, Language other)
    {
        var query = request.Query.Where(part => part.Key != ReaderLanguage.Parameter);
        var kept = HttpMethods.IsGet(request.Method) ? query : [];
        var path = HttpMethods.IsGet(request.Method) ? request.Path.ToUriComponent() : "/";
        return path + new QueryBuilder(kept) { { ReaderLanguage.Parameter, Catalogue.TagOf(other) } };
    }
}
