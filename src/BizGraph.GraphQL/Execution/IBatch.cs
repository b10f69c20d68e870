namespace BizGraph.GraphQL.Execution;

/// <summary>What waits to be fetched; each type of key and value has its own loader.</summary>
interface IBatch
{
    /// <summary>Fetches what waits; the action hands the values to those who wait. Never throws.</summary>
    Task<Action> FetchAsync(CancellationToken cancellation);
}
