namespace BizGraph.GraphQL;

/// <summary>Puts an error together step by step.</summary>
public sealed class ErrorBuilder
{
    Error _error = new() { Message = "" };

    ErrorBuilder() { }

    /// <summary>An empty builder.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>Sets the message, which every error needs.</summary>
    public ErrorBuilder SetMessage(string message) => With(_error with { Message = message });

    /// <summary>Sets the code that programs look at.</summary>
    public ErrorBuilder SetCode(string? code) => With(_error with { Code = code });

    /// <summary>Adds a value to the extensions.</summary>
    public ErrorBuilder SetExtension(string key, object? value) =>
        With(_error with { Extensions = _error.Extensions.SetItem(key, value) });

    /// <summary>Keeps the exception for the log.</summary>
    public ErrorBuilder SetException(Exception? exception) => With(_error with { Exception = exception });

    /// <summary>Adds a place in the document.</summary>
    public ErrorBuilder AddLocation(Location location) => With(_error with { Locations = _error.Locations.Add(location) });

    /// <exception cref="InvalidOperationException">No message was set.</exception>
    public IError Build() =>
        _error.Message.Length > 0 ? _error : throw new InvalidOperationException("An error needs a message; call SetMessage.");

    ErrorBuilder With(Error error)
    {
        _error = error;
        return this;
    }
}

/// <summary>Thrown by a resolver to answer with errors that clients may read; any other exception is masked.</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>One error with a message only.</summary>
    public GraphQLException(string message)
        : this(new Error { Message = message }) { }

    /// <summary>One or more errors; the field's path and location are filled in.</summary>
    public GraphQLException(params IReadOnlyList<IError> errors)
        : base(string.Join(' ', errors.Select(error => error.Message))) =>
        Errors = errors.Count > 0 ? errors : throw new ArgumentException("A GraphQLException needs an error.", nameof(errors));

    /// <summary>What the client reads.</summary>
    public IReadOnlyList<IError> Errors { get; }
}
