namespace BizGraph.GraphQL;

/// <summary>
/// The object type is a <c>Node</c>: its <c>id</c> is unique among all types, and <c>node</c> and <c>nodes</c> find it again. The class
/// has a field <c>id</c> and one method with <c>[NodeResolver]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>Finds the object by its own identifier, the method's first argument. It is no field.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>The argument takes the <c>id</c> of a <c>Node</c>; the resolver gets the object's own identifier.</summary>
/// <typeparam name="T">The class of the node.</typeparam>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class IDAttribute<T> : Attribute;
