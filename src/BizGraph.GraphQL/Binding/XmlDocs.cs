using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BizGraph.GraphQL.Binding;

/// <summary>Descriptions from <c>[GraphQLDescription]</c>, or from the XML documentation file beside the assembly.</summary>
sealed partial class XmlDocs
{
    readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Given(type) ?? Summary(type.Assembly, "T:" + IdOf(type));

    public string? Of(MemberInfo member)
    {
        if (Given(member) is { } given)
            return given;
        var type = member.DeclaringType!;
        return member switch
        {
            MethodInfo => Summary(type.Assembly, $"M:{IdOf(type)}.{member.Name}"),
            FieldInfo => Summary(type.Assembly, $"F:{IdOf(type)}.{member.Name}"),
            _ => Summary(type.Assembly, $"P:{IdOf(type)}.{member.Name}")
                ?? Parameter(type.Assembly, "T:" + IdOf(type), member.Name),
        };
    }

    public string? Of(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttribute<GraphQLDescriptionAttribute>() is { } given)
            return given.Description;
        var type = parameter.Member.DeclaringType!;
        return Parameter(type.Assembly, $"M:{IdOf(type)}.{parameter.Member.Name}", parameter.Name!);
    }

    static string? Given(MemberInfo member) => member.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description;

    static string IdOf(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition.FullName!.Replace('+', '.');
    }

    string? Summary(Assembly assembly, string id) => Text(Find(assembly, id)?.Element("summary"));

    string? Parameter(Assembly assembly, string id, string name) =>
        Text(Find(assembly, id)?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name));

    XElement? Find(Assembly assembly, string id)
    {
        if (!_files.TryGetValue(assembly, out var members))
            _files[assembly] = members = Read(assembly);
        return members.GetValueOrDefault(id);
    }

    /// <summary>Members by id without parameter lists; of overloads the first one counts.</summary>
    static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>();
        var file = string.IsNullOrEmpty(assembly.Location) ? null : Path.ChangeExtension(assembly.Location, ".xml");
        if (file is null || !File.Exists(file))
            return members;
        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            var id = (string?)member.Attribute("name") ?? "";
            var end = id.IndexOf('(', StringComparison.Ordinal);
            members.TryAdd(Arity().Replace(end < 0 ? id : id[..end], ""), member);
        }
        return members;
    }

    static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
            Append(text, node);
        var plain = Spaces().Replace(text.ToString(), " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    static void Append(StringBuilder text, XNode node)
    {
        if (node is XText plain)
            text.Append(plain.Value);
        if (node is not XElement element)
            return;
        var reference =
            (string?)element.Attribute("cref") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("langword");
        if (element.Nodes().Any())
            foreach (var inner in element.Nodes())
                Append(text, inner);
        else if (reference is not null)
            text.Append(reference[(reference.LastIndexOf('.') + 1)..].Split(':')[^1]);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>The arity of a generic method, which reflection does not have in its name.</summary>
    [GeneratedRegex("``[0-9]+")]
    private static partial Regex Arity();
}
