using BizGraph.Api.Pages;

namespace BizGraph.Api.Imports;

/// <summary>Tells forms of our own pages from those of other sites.</summary>
/// <remarks>
/// The service is open to this machine, and so to every page that a browser on it shows: any site can post a form to localhost, even
/// with files of its own making, and the browser does not ask first. But it says where the form came from, and no page can change that:
/// in Sec-Fetch-Site (all browsers since 2023) and in Origin (all that are in use). Both must be of this very address; another port of
/// localhost is another site's, too. What sends neither is no browser, such as curl, and no page can make it send anything.
/// </remarks>
static class OwnForms
{
    /// <summary>Whether a request was sent by a page of another site.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return (site.Length > 0 && site is not ("same-origin" or "none"))
            || (
                origin.Length > 0
                && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>Refuses such a request with a page that says so.</summary>
    public static async ValueTask<object?> Refuse(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        IsForeign(invocation.HttpContext.Request)
            ? new PageResult<ForeignFormPage>(new Dictionary<string, object?>(), StatusCodes.Status403Forbidden)
            : await next(invocation);

    /// <summary>The form of a request; null where it is none, or is damaged.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancellation) : null;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
