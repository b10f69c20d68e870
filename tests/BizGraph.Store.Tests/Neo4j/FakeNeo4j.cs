using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>A server that answers what a test says, one answer for each request, and remembers what it was asked.</summary>
sealed class FakeNeo4j : IAsyncDisposable
{
    readonly HttpListener _listener = new();
    readonly Queue<(int Status, string Body, string Type, bool IsCut)> _answers = new();
    readonly Task _serving;

    public FakeNeo4j()
    {
        // A free port: the listener itself cannot be asked for one.
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port { get; }

    /// <summary>Method, path and body of each request.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The member of a cluster that each request asked for; empty where it asked for none.</summary>
    public ConcurrentQueue<string> Affinities { get; } = [];

    /// <summary>The member of a cluster that answers; null where the server is no cluster.</summary>
    public string? Member { get; set; }

    public FakeNeo4j Answers(int status, string body, string type = "application/json")
    {
        _answers.Enqueue((status, body, type, false));
        return this;
    }

    /// <summary>Begins to answer, and breaks the connection.</summary>
    public FakeNeo4j BreaksAfter(string body)
    {
        _answers.Enqueue((202, body, "application/json", true));
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var context = await _listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream);
            Requests.Enqueue($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath} {await reader.ReadToEndAsync()}");
            Affinities.Enqueue(context.Request.Headers["neo4j-cluster-affinity"] ?? "");
            if (Member is not null)
            {
                context.Response.Headers["neo4j-cluster-affinity"] = Member;
            }

            var (status, body, type, isCut) = _answers.TryDequeue(out var answer)
                ? answer
                : (500, """{"errors":[{"code":"Test","message":"no answer is left"}]}""", "application/json", false);
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            var bytes = Encoding.UTF8.GetBytes(body);
            context.Response.ContentLength64 = bytes.Length + (isCut ? 100 : 0);
            await context.Response.OutputStream.WriteAsync(bytes);
            if (isCut)
            {
                await context.Response.OutputStream.FlushAsync();
                context.Response.Abort();
            }
            else
            {
                context.Response.Close();
            }
        }
    }
}
