using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Stands between a client and the server, and cuts the client off for good: to the server, that is a client that died.</summary>
sealed class CuttableProxy : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _cut = new();
    readonly TaskCompletionSource _hasCut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly string _at;
    int _left;

    /// <param name="server">The server's port.</param>
    /// <param name="at">A text of a request; the requests with it are counted.</param>
    /// <param name="count">At which of them it cuts: the request reaches the server, its answer reaches nobody.</param>
    public CuttableProxy(int server, string at, int count)
    {
        (_at, _left) = (at, count);
        _listener.Start();
        _ = AcceptAsync(server);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends when the client was cut off.</summary>
    public Task HasCut => _hasCut.Task;

    public void Dispose()
    {
        _cut.Cancel();
        _listener.Dispose();
        _cut.Dispose();
    }

    async Task AcceptAsync(int server)
    {
        while (!_cut.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_cut.Token);
            var upstream = new TcpClient();
            await upstream.ConnectAsync(IPAddress.Loopback, server);
            _ = PassAsync(client, upstream, isRequest: true);
            _ = PassAsync(upstream, client, isRequest: false);
        }
    }

    async Task PassAsync(TcpClient from, TcpClient to, bool isRequest)
    {
        var buffer = new byte[1 << 16];
        var tail = "";
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _cut.Token) is > 0 and var length)
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length), _cut.Token);
                if (isRequest)
                {
                    tail = Count(tail + Encoding.Latin1.GetString(buffer, 0, length));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException) { }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }

    string Count(string text)
    {
        for (var at = text.IndexOf(_at, StringComparison.Ordinal); at >= 0; at = text.IndexOf(_at, StringComparison.Ordinal))
        {
            text = text[(at + _at.Length)..];
            if (--_left == 0)
            {
                _listener.Stop();
                _cut.Cancel();
                _hasCut.TrySetResult();
            }
        }

        return text[Math.Max(0, text.Length - _at.Length)..];
    }
}
