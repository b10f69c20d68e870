using System.Text.Encodings.Web;
using System.Text.Json;

namespace BizGraph.GraphQL.Execution;

/// <summary>How responses are written.</summary>
static class ResponseJson
{
    /// <summary>Text stays readable: only what JSON itself demands is escaped, since responses are never put into HTML. The tree is valid by construction.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 10_000,
    };
}
