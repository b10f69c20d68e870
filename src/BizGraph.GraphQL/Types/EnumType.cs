using System.Text.Json;
using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>One value of an enum; <see cref="Value"/> is what resolvers see.</summary>
sealed class EnumMember(string name, object value)
{
    public string Name { get; } = name;

    public object Value { get; } = value;

    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(name);

    public string? Description { get; init; }

    public string? DeprecationReason { get; init; }
}

/// <summary>An enum (spec 3.9).</summary>
sealed class EnumType : LeafType
{
    readonly Dictionary<string, EnumMember> _byName = [];
    readonly Dictionary<object, EnumMember> _byValue = [];

    public EnumType(string name, IReadOnlyList<EnumMember> members)
        : base(name)
    {
        Members = members;
        foreach (var member in members)
        {
            _byName.TryAdd(member.Name, member);
            _byValue.TryAdd(member.Value, member);
        }
    }

    public IReadOnlyList<EnumMember> Members { get; }

    public override object? ParseLiteral(ValueNode value, IReadOnlyDictionary<string, object?>? variables)
    {
        if (value is EnumValueNode name)
            return Find(name.Name);
        var printed = ValuePrinter.Print(value);
        throw new CoercionException($"Enum \"{Name}\" cannot represent non-enum value: {printed}.{Hint(printed)}");
    }

    public override object? ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? Find(value.GetString()!)
            : throw new CoercionException($"Enum \"{Name}\" cannot represent non-string value: {Scalars.Shorten(value)}.");

    public override object Serialize(object value) =>
        _byValue.TryGetValue(value, out var member)
            ? member
            : throw new CoercionException($"Enum \"{Name}\" cannot represent value: {value}.");

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(((EnumMember)value).Encoded);

    object Find(string name) =>
        _byName.TryGetValue(name, out var member)
            ? member.Value
            : throw new CoercionException($"Value \"{name}\" does not exist in \"{Name}\" enum.{Hint(name)}");

    string Hint(string name) =>
        Suggestions.Sentence("the enum value", Suggestions.For(name, Members.Select(member => member.Name)));
}
