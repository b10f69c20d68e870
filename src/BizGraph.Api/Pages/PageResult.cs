using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BizGraph.Api.Pages;

/// <summary>A Razor component as a whole page. No session, cookie or script comes with it.</summary>
/// <param name="parameters">The component's parameters by name.</param>
/// <param name="statusCode">HTTP status.</param>
sealed class PageResult<TPage>(IDictionary<string, object?> parameters, int statusCode = StatusCodes.Status200OK) : IResult
    where TPage : IComponent
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync();
        httpContext.Response.StatusCode = statusCode;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }

    /// <summary>The page as text.</summary>
    public async Task<string> RenderAsync()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
