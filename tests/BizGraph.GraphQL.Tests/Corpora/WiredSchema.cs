using BizGraph.GraphQL.Tests.Sdl;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Tests.Corpora;

/// <summary>
/// A schema whose fields answer by a fixed rule: Int 2, Float 3.14, String "str", Boolean true, ID "id", a custom scalar "str", an enum
/// its first value, a union its first member by name, an interface its last implementing object by name, lists two items.
/// </summary>
static class WiredSchema
{
    public static Schema Build(string sdl) =>
        SdlSchema.Build(sdl, (_, type) => (_, _, request) => ValueOf(type, request.Schema), (_, value, _) => ((Wired)value).Type);

    static object ValueOf(GraphType type, Schema schema)
    {
        if (type.Nullable is ListType list)
            return new List<object> { ValueOf(list.Item, schema), ValueOf(list.Item, schema) };
        return type.Nullable switch
        {
            EnumType members => members.Members[0].Value,
            LeafType leaf => leaf.Name switch
            {
                "Int" => 2,
                "Float" => 3.14,
                "Boolean" => true,
                "ID" => "id",
                _ => "str",
            },
            ObjectType known => new Wired(known),
            UnionType union => new Wired(union.Members.OrderBy(member => member.Name, StringComparer.Ordinal).First()),
            var contract => new Wired(
                schema.PossibleTypes((InterfaceType)contract).OrderBy(member => member.Name, StringComparer.Ordinal).Last()
            ),
        };
    }

    sealed record Wired(ObjectType Type);
}
