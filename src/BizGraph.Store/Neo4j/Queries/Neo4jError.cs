using System.Net;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>An error that the server answered with.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="code">Its code, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>; empty where the answer is no Neo4j's.</param>
/// <param name="message">What the server says of it.</param>
sealed class Neo4jError(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Whether the statement was too much for the server's memory: the same again would be, too.</summary>
    public bool IsTooLarge =>
        Code
            is "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
                or "Neo.TransientError.General.TransactionOutOfMemoryError"
                or "Neo.TransientError.General.OutOfMemoryError"
        || Status == HttpStatusCode.RequestEntityTooLarge;

    /// <summary>Whether the same again may do.</summary>
    public bool IsTransient =>
        !IsTooLarge
        && (
            Code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
            || Code is "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
            || Status
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.BadGateway
                    or HttpStatusCode.ServiceUnavailable
                    or HttpStatusCode.GatewayTimeout
        );

    /// <summary>Whether the explicit transaction that it belongs to is gone: another one may do.</summary>
    public bool IsOfTransaction =>
        Code is "Neo.ClientError.Transaction.TransactionNotFound" or "Neo.ClientError.Transaction.TransactionTimedOut";
}
