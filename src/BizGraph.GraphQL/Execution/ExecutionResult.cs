namespace BizGraph.GraphQL.Execution;

/// <summary>What a request answers: a request error (no data at all), or the data with its field errors.</summary>
sealed class ExecutionResult
{
    public IReadOnlyList<IError> Errors { get; init; } = [];

    /// <summary>False for a request error: then the response has no <c>data</c> entry (spec 7.1).</summary>
    public bool HasData { get; init; }

    public ResultObject? Data { get; init; }

    /// <summary>The document could not be read.</summary>
    public bool IsSyntaxError { get; init; }

    public Dictionary<string, object?> Extensions { get; init; } = [];

    /// <summary>Tells the cost in <c>extensions</c> where it was asked for.</summary>
    public ExecutionResult WithCost(OperationCost cost, bool report)
    {
        if (report)
            Extensions["operationCost"] = new { fieldCost = Finite(cost.Fields), typeCost = Finite(cost.Types) };
        return this;
    }

    static double Finite(double cost) => double.IsFinite(cost) ? cost : double.MaxValue;

    public static ExecutionResult RequestError(params IReadOnlyList<IError> errors) => new() { Errors = errors };
}
