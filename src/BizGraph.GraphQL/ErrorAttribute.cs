namespace BizGraph.GraphQL;

/// <summary>
/// A mutation that can fail in a way its client should handle: its type becomes a payload with the result and <c>errors</c>, a list of a
/// union of all such errors. Anything else that it throws stays a field error.
/// </summary>
/// <typeparam name="T">
/// An exception, shown by its <c>message</c> and the properties that it declares itself; or a class made for the schema with a public
/// constructor that takes the exception.
/// </typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute;
