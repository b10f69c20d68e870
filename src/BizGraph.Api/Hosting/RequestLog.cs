namespace BizGraph.Api.Hosting;

/// <summary>Logs each request by its route, never by its path, query or body: these may name people.</summary>
sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            // A client that is too slow or sends too much: its fault, and one line.
            context.Response.StatusCode = exception.StatusCode;
        }
        finally
        {
            logger.LogInformation(
                "{Method} {Route} {Status} in {Milliseconds:0.0} ms",
                context.Request.Method,
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no such page)",
                context.Response.StatusCode,
                time.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }
}
