using System.Collections;
using System.Globalization;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>Writes a C# default value as a literal, so that the schema shows it.</summary>
static class LiteralWriter
{
    /// <returns>Null where the value has no literal.</returns>
    public static ValueNode? Of(object? value, GraphType type) =>
        value switch
        {
            null => type.IsNonNull ? null : new NullValueNode(0),
            _ when type.Named is EnumType members => members.Members.FirstOrDefault(member =>
                member.Value.Equals(Enum(value, members))
            )
                is { } member
                ? new EnumValueNode(0, member.Name)
                : null,
            string text => new StringValueNode(0, text),
            bool boolean => new BooleanValueNode(0, boolean),
            double or float or decimal => new FloatValueNode(0, Convert.ToString(value, CultureInfo.InvariantCulture)!),
            int or long or short or byte or uint or ushort or sbyte => new IntValueNode(
                0,
                Convert.ToString(value, CultureInfo.InvariantCulture)!
            ),
            IEnumerable items when type.Nullable is ListType list => new ListValueNode(
                0,
                [.. items.Cast<object?>().Select(item => Of(item, list.Item) ?? new NullValueNode(0))]
            ),
            _ => null,
        };

    /// <summary>A default of an enum parameter may come as its number.</summary>
    static object Enum(object value, EnumType type) =>
        type.Members.Count > 0 && type.Members[0].Value.GetType() is { IsEnum: true } clr && value is not System.Enum
            ? System.Enum.ToObject(clr, value)
            : value;
}
