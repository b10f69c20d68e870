using BizGraph.Api.Reasons;
using Microsoft.Net.Http.Headers;

namespace BizGraph.Api.Languages;

/// <summary>The language of a reader: the one that was chosen by a link, else the first that the browser asks for and that is spoken here.</summary>
/// <remarks>A choice is kept in a cookie that holds nothing else; who never chooses gets none.</remarks>
static class ReaderLanguage
{
    /// <summary>The name of the parameter in an address.</summary>
    public const string Parameter = "language";

    const string Cookie = "bizgraph-language";

    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The language to answer in.</summary>
    public static Language Of(HttpRequest request) =>
        Chosen(request) ?? Parse(request.Cookies[Cookie]) ?? Asked(request) ?? Language.En;

    /// <summary>Keeps what was chosen with this request, and says which language the answer is in.</summary>
    public static Language Keep(HttpContext http)
    {
        if (Chosen(http.Request) is { } chosen)
        {
            var options = new CookieOptions
            {
                HttpOnly = true,
                SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
                Path = "/",
                MaxAge = Kept,
            };
            http.Response.Cookies.Append(Cookie, Catalogue.TagOf(chosen), options);
        }

        var language = Of(http.Request);
        http.Response.Headers.ContentLanguage = Catalogue.TagOf(language);
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        return language;
    }

    static Language? Chosen(HttpRequest request) => Parse(request.Query[Parameter]);

    // "de-AT;q=0.8": what is refused by q=0 does not count, and of equal ones the first does.
    static Language? Asked(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)
            ? asked
                .Where(one => one.Quality is not 0)
                .OrderByDescending(one => one.Quality ?? 1)
                .Select(one => Parse(one.Value.Value?.Split('-')[0]))
                .FirstOrDefault(one => one is not null)
            : null;

    static Language? Parse(string? word) =>
        word?.ToLowerInvariant() switch
        {
            "de" => Language.De,
            "en" => Language.En,
            _ => null,
        };
}
