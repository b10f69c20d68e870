using System.Text.Json;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>
/// A file of a multipart request. The variable's place holds the name of the form's part, put there by the transport; resolvers get the
/// file itself.
/// </summary>
sealed class UploadScalar : ScalarType
{
    /// <summary>Begins the text that stands for a part; in a multipart request no client can send it itself, and elsewhere there are no parts.</summary>
    public const string Prefix = "\0file:";

    public UploadScalar()
        : base("Upload", "https://github.com/jaydenseric/graphql-multipart-request-spec") =>
        Description = "A file, sent as a part of a multipart request.";

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables) =>
        throw new CoercionException("Upload takes a variable whose file is sent in a multipart request.");

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && text.StartsWith(Prefix, StringComparison.Ordinal)
            ? text[Prefix.Length..]
            : throw new CoercionException("Upload takes a file that is sent in a multipart request.");

    public override object Serialize(object value) => throw new CoercionException("Upload is no type for results.");

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNullValue();
}
