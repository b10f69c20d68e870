using System.Text.Json;
using BizGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BizGraph.GraphQL.Transport;

/// <summary>The two media types of a response, and the status codes that go with them.</summary>
sealed class ResponseMedia
{
    /// <summary>The older type: a well-formed request is always 200.</summary>
    public static readonly ResponseMedia Json = new("application/json", usesStatus: false);

    /// <summary>The newer type: a request error is 400.</summary>
    public static readonly ResponseMedia GraphQL = new("application/graphql-response+json", usesStatus: true);

    const int PartialSuccess = 294;
    readonly bool _usesStatus;

    ResponseMedia(string type, bool usesStatus)
    {
        ContentType = type + "; charset=utf-8";
        _usesStatus = usesStatus;
    }

    public string ContentType { get; }

    /// <summary>What the client likes best of the two; null where it takes neither.</summary>
    public static ResponseMedia? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0)
            return Json;
        if (accept.Count == 1 && accept[0] == "application/json")
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var types))
            return null;
        foreach (var type in types.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (!TakesUtf8(type))
                continue;
            if (type.MediaType.Equals("application/graphql-response+json", StringComparison.OrdinalIgnoreCase))
                return GraphQL;
            if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MatchesAllTypes)
                return Json;
            if (type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
                return Json;
        }
        return null;
    }

    /// <param name="result">The response.</param>
    /// <param name="detailed">Whether the codes of GraphQL over HTTP of 2026 are wanted.</param>
    public int StatusOf(ExecutionResult result, bool detailed)
    {
        if (result.HasData)
            return detailed && _usesStatus && result.Errors.Count > 0 ? PartialSuccess : StatusCodes.Status200OK;
        if (result.Errors.Any(error => error.Code == OperationSelection.NoMutationsCode))
            return StatusCodes.Status405MethodNotAllowed;
        if (!_usesStatus)
            return StatusCodes.Status200OK;
        return detailed && !result.IsSyntaxError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest;
    }

    public int StatusOf(BadRequestException refusal, bool detailed) =>
        refusal.Status == StatusCodes.Status422UnprocessableEntity && !(detailed && _usesStatus)
            ? StatusCodes.Status400BadRequest
            : refusal.Status;

    /// <summary>Answers a request that could not be executed.</summary>
    public async Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        await using var writer = new Utf8JsonWriter(http.Response.BodyWriter, ResponseJson.Options);
        ResultWriter.Write(writer, ExecutionResult.RequestError(new Error { Message = message }));
        await writer.FlushAsync(http.RequestAborted);
    }

    static bool TakesUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
