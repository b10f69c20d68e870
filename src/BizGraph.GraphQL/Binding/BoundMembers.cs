using System.Reflection;

namespace BizGraph.GraphQL.Binding;

/// <summary>The members of an annotated class that become fields: its public methods and properties, in the order of the source.</summary>
static class BoundMembers
{
    public static IEnumerable<MemberInfo> Of(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var bases = new Stack<Type>();
        for (
            var current = type;
            current is not null && current != typeof(object) && current != typeof(ValueType);
            current = current.BaseType
        )
            bases.Push(current);
        return bases
            .SelectMany(current => current.GetMembers(Own).OrderBy(member => member.MetadataToken))
            .Where(member =>
                !member.IsDefined(typeof(GraphQLIgnoreAttribute)) && !member.IsDefined(typeof(NodeResolverAttribute))
            )
            .Where(member =>
                member is PropertyInfo { CanRead: true } or MethodInfo { IsSpecialName: false, IsGenericMethod: false }
            )
            .Where(member => member is not PropertyInfo property || property.GetIndexParameters().Length == 0)
            .Where(member => !IsCompilerMade(member));
    }

    /// <summary>What every class and record has: Equals, GetHashCode, ToString, Deconstruct, EqualityContract, the clone method.</summary>
    static bool IsCompilerMade(MemberInfo member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "EqualityContract" or "GetType"
        || member.Name.StartsWith('<');
}
