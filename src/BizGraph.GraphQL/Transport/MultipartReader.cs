using System.Text.Json;
using System.Text.Json.Nodes;
using BizGraph.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Transport;

/// <summary>
/// Multipart requests with files (github.com/jaydenseric/graphql-multipart-request-spec): <c>operations</c>, <c>map</c>, then the files.
/// A browser sends such a form to other sites without asking first, so the header <c>GraphQL-Preflight</c> has to be there.
/// </summary>
static class MultipartReader
{
    public const string PreflightHeader = "GraphQL-Preflight";

    /// <exception cref="BadRequestException">It is no GraphQL request.</exception>
    public static async ValueTask<JsonDocument> ReadAsync(HttpContext http, GraphQLOptions options)
    {
        if (!http.Request.Headers.ContainsKey(PreflightHeader))
            throw new BadRequestException(
                StatusCodes.Status400BadRequest,
                $"Send the header {PreflightHeader}: 1 with a multipart request."
            );
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException e)
        {
            throw Bad($"The form cannot be read: {e.Message}");
        }
        var operations = Parse(form, "operations", options);
        if (Parse(form, "map", options) is not JsonObject map)
            throw Bad("`map` has to be a JSON object.");
        foreach (var (part, places) in map)
            Place(operations, part, places, form);
        return JsonDocument.Parse(operations.ToJsonString(), new JsonDocumentOptions { MaxDepth = options.MaxNesting });
    }

    static JsonNode Parse(IFormCollection form, string name, GraphQLOptions options)
    {
        string text = form[name].ToString();
        if (text.Length > options.MaxRequestBytes || text.Contains("\\u0000", StringComparison.Ordinal))
            throw Bad($"`{name}` is too long or has a NUL.");
        try
        {
            var documentOptions = new JsonDocumentOptions { MaxDepth = options.MaxNesting, AllowDuplicateProperties = false };
            return JsonNode.Parse(text, documentOptions: documentOptions) ?? throw Bad($"`{name}` is null.");
        }
        catch (JsonException e)
        {
            throw Bad($"`{name}` is no JSON: {e.Message}");
        }
    }

    static void Place(JsonNode operations, string part, JsonNode? places, IFormCollection form)
    {
        if (form.Files.GetFile(part) is null)
            throw Bad($"The file \"{part}\" is missing.");
        if (places is not JsonArray paths)
            throw Bad($"`map` has to give a list of places for \"{part}\".");
        foreach (var path in paths)
            Put(operations, path?.ToString() ?? "", UploadScalar.Prefix + part);
    }

    static void Put(JsonNode operations, string path, string text)
    {
        var steps = path.Split('.');
        JsonNode? node = operations;
        foreach (var step in steps[..^1])
            node = Step(node, step);
        if (node is JsonObject target && target.ContainsKey(steps[^1]) && target[steps[^1]] is null)
            target[steps[^1]] = text;
        else if (
            node is JsonArray list
            && int.TryParse(steps[^1], out var index)
            && index >= 0
            && index < list.Count
            && list[index] is null
        )
            list[index] = text;
        else
            throw Bad($"`map` names \"{path}\", where the operation has no null.");
    }

    static JsonNode? Step(JsonNode? node, string step) =>
        node switch
        {
            JsonObject target => target[step],
            JsonArray list when int.TryParse(step, out var index) && index >= 0 && index < list.Count => list[index],
            _ => null,
        };

    static BadRequestException Bad(string message) => new(StatusCodes.Status400BadRequest, message);
}
