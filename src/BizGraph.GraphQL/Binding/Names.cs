using System.Reflection;
using System.Text;

namespace BizGraph.GraphQL.Binding;

/// <summary>Names of the schema from names of C#.</summary>
static class Names
{
    /// <summary>A field's name: <c>GetBusinessAsync</c> is <c>business</c>.</summary>
    public static string OfField(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } given)
            return given.Name;
        var name = member.Name;
        if (member is MethodInfo)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3]))
                name = name[3..];
            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal))
                name = name[..^5];
        }
        return CamelCase(name);
    }

    public static string OfArgument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? CamelCase(parameter.Name!);

    public static string OfType(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } given)
            return given.Name;
        var name = type.Name;
        if (type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]))
            name = name[1..];
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "Of" + string.Concat(type.GetGenericArguments().Select(OfType));
    }

    /// <summary>An input object's name ends in <c>Input</c>, so that it never meets the object type of the same class.</summary>
    public static string OfInput(Type type)
    {
        var name = OfType(type);
        return name.EndsWith("Input", StringComparison.Ordinal) || type.GetCustomAttribute<GraphQLNameAttribute>() is not null
            ? name
            : name + "Input";
    }

    public static string OfEnumMember(FieldInfo field) =>
        field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? UpperSnakeCase(field.Name);

    public static string CamelCase(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
            upper++;
        if (upper == 0)
            return name;
        var lowered = upper == 1 || upper == name.Length ? upper : upper - 1;
        return name[..lowered].ToLowerInvariant() + name[lowered..];
    }

    public static string PascalCase(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    static string UpperSnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord =
                i > 0
                && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))
                && name[i - 1] != '_';
            text.Append(startsWord ? "_" : "").Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
