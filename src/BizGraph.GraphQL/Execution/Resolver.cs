namespace BizGraph.GraphQL.Execution;

/// <summary>Answers a field at once.</summary>
/// <param name="parent">The value of the object that the field is on.</param>
/// <param name="arguments">The coerced arguments, one slot per argument definition; <see cref="Absent"/> where none was given.</param>
/// <param name="request">The request that asks.</param>
delegate object? Resolver(object? parent, object?[] arguments, RequestContext request);

/// <summary>Answers a field later.</summary>
delegate ValueTask<object?> AsyncResolver(object? parent, object?[] arguments, RequestContext request);

/// <summary>Stands for an argument or input field that was not given, which is not the same as null (spec 2.10.5).</summary>
sealed class Absent
{
    public static readonly Absent Value = new();

    Absent() { }
}
