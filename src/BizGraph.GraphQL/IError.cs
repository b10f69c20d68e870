using System.Collections.Immutable;

namespace BizGraph.GraphQL;

/// <summary>An error of a GraphQL response (spec 7.1.2).</summary>
public interface IError
{
    /// <summary>What went wrong, for people.</summary>
    string Message { get; }

    /// <summary>A short constant for programs; it stands in <c>extensions.code</c>.</summary>
    string? Code { get; }

    /// <summary>The response position: names and list indices (<see cref="int"/>) from the root; null for a request error.</summary>
    ImmutableArray<object>? Path { get; }

    /// <summary>Where in the document; empty where no place is known.</summary>
    ImmutableArray<Location> Locations { get; }

    /// <summary>Further data, written as JSON.</summary>
    ImmutableDictionary<string, object?> Extensions { get; }

    /// <summary>The exception behind it. It is logged, never sent.</summary>
    Exception? Exception { get; }

    /// <summary>The same error with another message.</summary>
    IError WithMessage(string message);

    /// <summary>The same error with another code.</summary>
    IError WithCode(string? code);
}

/// <summary>An error of a GraphQL response.</summary>
public sealed record Error : IError
{
    /// <inheritdoc/>
    public required string Message { get; init; }

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<object>? Path { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<Location> Locations { get; init; } = [];

    /// <inheritdoc/>
    public ImmutableDictionary<string, object?> Extensions { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <inheritdoc/>
    public Exception? Exception { get; init; }

    /// <inheritdoc/>
    public IError WithMessage(string message) => this with { Message = message };

    /// <inheritdoc/>
    public IError WithCode(string? code) => this with { Code = code };
}

/// <summary>Sees each field error before it is sent, and may change it.</summary>
public interface IErrorFilter
{
    /// <summary>The error to send in its place.</summary>
    IError OnError(IError error);
}
