using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BizGraph.GraphQL.Transport;

/// <summary>A request that was read; the JSON behind its variables is given back when it is disposed.</summary>
sealed record ReadRequest(GraphQLRequest Request, JsonDocument? Json) : IDisposable
{
    public void Dispose() => Json?.Dispose();
}

/// <summary>Reads GraphQL requests from HTTP.</summary>
static class RequestReader
{
    /// <exception cref="BadRequestException">It is no GraphQL request.</exception>
    public static async ValueTask<ReadRequest> ReadAsync(HttpContext http, GraphQLOptions options)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
            return FromQueryString(http.Request.Query, options);
        var json = http.Request.HasFormContentType
            ? await MultipartReader.ReadAsync(http, options)
            : await ReadJsonAsync(http, options);
        try
        {
            return new ReadRequest(FromJson(json.RootElement), json);
        }
        catch (BadRequestException)
        {
            json.Dispose();
            throw;
        }
    }

    static ValueTask<JsonDocument> ReadJsonAsync(HttpContext http, GraphQLOptions options)
    {
        RequireJson(http.Request.ContentType);
        return ReadBodyAsync(http, options);
    }

    static ReadRequest FromQueryString(IQueryCollection query, GraphQLOptions options)
    {
        var text = Single(query, "query") ?? throw Misfit("The parameter `query` is missing.");
        var json = Single(query, "variables") is { Length: > 0 } variables ? Parse(variables, options) : null;
        if (json is not null && json.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw Misfit("`variables` has to be a JSON object.");
        if (Single(query, "extensions") is { Length: > 0 } extensions)
            using (var parsed = Parse(extensions, options))
                RequireMap(parsed.RootElement, "extensions");
        var request = new GraphQLRequest
        {
            Query = text,
            OperationName = Single(query, "operationName") is { Length: > 0 } name ? name : null,
            Variables = json?.RootElement ?? default,
            NoMutations = true,
        };
        return new ReadRequest(request, json);
    }

    static string? Single(IQueryCollection query, string name)
    {
        var values = query[name];
        return values.Count > 1 ? throw Misfit($"The parameter `{name}` is there more than once.")
            : values.Count == 0 ? null
            : values[0];
    }

    static void RequireJson(string? contentType)
    {
        if (contentType is "application/json")
            return;
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        )
            throw new BadRequestException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json.");
        if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadRequestException(StatusCodes.Status415UnsupportedMediaType, "Send the request in UTF-8.");
    }

    static async ValueTask<JsonDocument> ReadBodyAsync(HttpContext http, GraphQLOptions options)
    {
        var reader = http.Request.BodyReader;
        if (http.Request.ContentLength > options.MaxRequestBytes)
            throw TooLarge(options);
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (read.Buffer.Length > options.MaxRequestBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge(options);
            }
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }
            var bytes = read.Buffer.ToArray();
            reader.AdvanceTo(read.Buffer.End);
            return ParseBody(bytes, options);
        }
    }

    static JsonDocument ParseBody(byte[] bytes, GraphQLOptions options)
    {
        if (!Utf8.IsValid(bytes))
            throw Bad("The body is not UTF-8.");
        try
        {
            return JsonDocument.Parse(bytes, JsonOptions(options));
        }
        catch (JsonException e)
        {
            throw Bad($"The body is no JSON: {e.Message}");
        }
    }

    /// <summary>A request as JSON: <c>query</c>, <c>operationName</c>, <c>variables</c>, <c>extensions</c>.</summary>
    public static GraphQLRequest FromJson(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            throw Misfit("The body has to be one JSON object; batches are not answered.");
        var query = Text(body, "query") ?? throw Misfit("`query` is missing.");
        if (body.TryGetProperty("extensions", out var extensions))
            RequireMap(extensions, "extensions");
        if (body.TryGetProperty("variables", out var variables))
            RequireMap(variables, "variables");
        return new GraphQLRequest
        {
            Query = query,
            OperationName = Text(body, "operationName"),
            Variables = variables,
        };
    }

    /// <summary>A text of a JSON object; null where there is none.</summary>
    /// <exception cref="BadRequestException">Something else stands there.</exception>
    public static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Misfit($"`{name}` has to be text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Misfit($"`{name}` has text that is no Unicode.");
        }
    }

    static void RequireMap(JsonElement value, string name)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw Misfit($"`{name}` has to be a JSON object.");
    }

    static JsonDocument Parse(string text, GraphQLOptions options)
    {
        try
        {
            return JsonDocument.Parse(text, JsonOptions(options));
        }
        catch (JsonException e)
        {
            throw Bad($"A parameter is no JSON: {e.Message}");
        }
    }

    public static JsonDocumentOptions JsonOptions(GraphQLOptions options) => new() { MaxDepth = options.MaxNesting };

    /// <summary>It is JSON, but no request.</summary>
    static BadRequestException Misfit(string message) => new(StatusCodes.Status422UnprocessableEntity, message);

    static BadRequestException Bad(string message) => new(StatusCodes.Status400BadRequest, message);

    static BadRequestException TooLarge(GraphQLOptions options) =>
        new(StatusCodes.Status413PayloadTooLarge, $"The body has more than {options.MaxRequestBytes} bytes.");
}
