namespace BizGraph.GraphQL.Execution;

/// <summary>What a request answers: a request error (no data at all), or the data with its field errors.</summary>
sealed class ExecutionResult
{
    public IReadOnlyList<IError> Errors { get; init; } = [];

    /// <summary>False for a request error: then the response has no <c>data</c> entry (spec 7.1).</summary>
    public bool HasData { get; init; }

    public ResultObject? Data { get; init; }

    public Dictionary<string, object?> Extensions { get; init; } = [];

    public static ExecutionResult RequestError(params IReadOnlyList<IError> errors) => new() { Errors = errors };
}
