namespace BizGraph.GraphQL;

/// <summary>The public methods and properties of this class are fields of <c>Query</c>. Several classes add up.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The public methods of this class are fields of <c>Mutation</c>, which run one after the other.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The public methods of this class are fields of <c>Subscription</c>; each returns an <see cref="IAsyncEnumerable{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>
/// The public methods of this class are the fields of the object type for <typeparamref name="T"/>; nothing of
/// <typeparamref name="T"/> itself is exposed. A method takes the object as its <c>[Parent]</c> parameter.
/// </summary>
/// <typeparam name="T">The class that the fields are read from. Several classes may add to one type.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute;

/// <summary>This class was made for the schema: all its public properties and methods are fields, but for <c>[GraphQLIgnore]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute : Attribute;

/// <summary>The C# interface is an interface of the schema; the object types whose classes implement it are its implementations.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>The C# interface or abstract class is a union of the object types whose classes fit it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>Exactly one field of this input object has to be given. Its properties are nullable.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
