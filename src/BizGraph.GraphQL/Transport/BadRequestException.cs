namespace BizGraph.GraphQL.Transport;

/// <summary>An HTTP request that is no GraphQL request; the message goes to the client.</summary>
sealed class BadRequestException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
