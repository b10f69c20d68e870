using BizGraph.Api.Imports;
using Microsoft.AspNetCore.Http.Features;

namespace BizGraph.Api.Hosting;

/// <summary>Lets forms with files be larger than other requests.</summary>
static class UploadLimit
{
    /// <summary>Raises the limit for such a form; what else a body may be keeps the general one.</summary>
    public static Task Raise(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        var isForm = context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;
        var takesFiles =
            context.Request.Path.StartsWithSegments("/imports") || context.Request.Path.StartsWithSegments("/graphql");
        if (isForm && takesFiles && limit is { IsReadOnly: false } && HttpMethods.IsPost(context.Request.Method))
        {
            limit.MaxRequestBodySize = UploadFolder.LargestUpload;
        }

        return next(context);
    }
}
