using Polly;
using Polly.Retry;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Tries again what failed for a reason that passes: a lost connection, a busy server, one that is being restarted.</summary>
/// <param name="hasAnswered">Whether the server ever answered; one that never did is given up soon, since its address may be wrong.</param>
sealed class QueryRetry(Func<bool> hasAnswered)
{
    // Waits of 0.1, 0.2, ... 2 s: about 75 s in all, in which a server starts again; half a second for one that was never there.
    const int Tries = 40;
    const int TriesOfAStranger = 2;
    static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(
            new RetryStrategyOptions
            {
                ShouldHandle = arguments =>
                    ValueTask.FromResult(
                        IsTransient(arguments.Outcome.Exception, arguments.Context.CancellationToken)
                            && (hasAnswered() || arguments.AttemptNumber < TriesOfAStranger)
                    ),
                MaxRetryAttempts = Tries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
            }
        )
        .Build();

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(async token => await work(token), cancellation);

    static bool IsTransient(Exception? exception, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested
        && exception switch
        {
            Neo4jError error => error.IsTransient || error.IsOfTransaction,
            HttpRequestException request => request.InnerException is not System.Security.Authentication.AuthenticationException,
            IOException => true,
            _ => false,
        };
}
