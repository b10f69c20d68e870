using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BizGraph.GraphQL.Tests.Transport;

/// <summary>Clients that take a large response one byte at a time.</summary>
public sealed class SlowReaderTests
{
    const int Readers = 20;

    /// <summary>30 MB: far more than the buffers of a connection and of the system hold.</summary>
    static readonly string Large = "{" + string.Concat(Enumerable.Range(0, 300).Select(i => $"a{i}:page ")) + "}";

    [Fact]
    public async Task Slow_readers_hold_neither_threads_nor_whole_responses_and_are_let_go()
    {
        await using var town = await KestrelTown.StartAsync(
            options => options with { WriteTimeout = TimeSpan.FromSeconds(2) },
            typeof(Pages)
        );
        var threads = ThreadPool.ThreadCount;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var readers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => AskAsync(town)));
        await Task.Delay(500, Cancellation);

        // Others are answered at once, on no more threads than there were, give or take what the pool adds by itself.
        var watch = Stopwatch.StartNew();
        using var client = new HttpClient();
        Assert.Equal(
            """{"data":{"greet":""}}""",
            await client.GetStringAsync(new Uri(town.Address + "?query={greet(times:0)}"), Cancellation)
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"The answer took {watch.Elapsed}.");
        Assert.InRange(ThreadPool.ThreadCount, 0, threads + Readers / 2);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, before + 60_000_000);

        var ended = await Task.WhenAll(readers.Select(ReadSlowlyAsync));
        Assert.All(ended, seconds => Assert.InRange(seconds, 0, 30));
    }

    [QueryType]
    public static class Pages
    {
        static readonly string Text = new('x', 100_000);

        public static string GetPage() => Text;
    }

    static async Task<Socket> AskAsync(KestrelTown town)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(IPAddress.Loopback, town.Address.Port, Cancellation);
        var body = $"{{\"query\":\"{Large}\"}}";
        var head =
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head + body), Cancellation);
        return socket;
    }

    /// <summary>Reads a byte a second until the server ends the connection.</summary>
    /// <returns>After how many seconds it did.</returns>
    static async Task<double> ReadSlowlyAsync(Socket socket)
    {
        var watch = Stopwatch.StartNew();
        using (socket)
            try
            {
                var one = new byte[1];
                while (watch.Elapsed < TimeSpan.FromSeconds(40) && await socket.ReceiveAsync(one, Cancellation) == 1)
                {
                    await Task.Delay(1_000, Cancellation);
                    if (socket.Poll(0, SelectMode.SelectError))
                        break;
                    // What came before the end is still to be read, so the end is asked for by sending.
                    await socket.SendAsync("x"u8.ToArray(), Cancellation);
                }
            }
            catch (SocketException)
            {
                // The server let go.
            }
        return watch.Elapsed.TotalSeconds;
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
