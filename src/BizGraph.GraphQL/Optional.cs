namespace BizGraph.GraphQL;

/// <summary>A property of an input object that can tell "not given" from "given as null".</summary>
/// <param name="Value">What was given; the default where nothing was.</param>
/// <param name="HasValue">Whether it was given.</param>
public readonly record struct Optional<T>(T? Value, bool HasValue = true);
