using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Speaks TLS with a client and passes what it says to a server that does not, and back.</summary>
sealed class TlsEnd : IDisposable
{
    readonly TcpListener _listener;
    readonly CancellationTokenSource _end = new();

    public TlsEnd(X509Certificate2 certificate, int server, IPEndPoint? at = null)
    {
        _listener = new(at ?? new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Start();
        _ = AcceptAsync(certificate, server);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    async Task AcceptAsync(X509Certificate2 certificate, int server)
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = ServeAsync(client, certificate, server);
        }
    }

    async Task ServeAsync(TcpClient client, X509Certificate2 certificate, int server)
    {
        try
        {
            using (client)
            {
                await using var secure = new SslStream(client.GetStream());
                await secure.AuthenticateAsServerAsync(
                    new SslServerAuthenticationOptions { ServerCertificate = certificate },
                    _end.Token
                );
                using var upstream = new TcpClient();
                await upstream.ConnectAsync(IPAddress.Loopback, server, _end.Token);
                var there = secure.CopyToAsync(upstream.GetStream(), _end.Token);
                var back = upstream.GetStream().CopyToAsync(secure, _end.Token);
                await Task.WhenAny(there, back);
            }
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
        {
            // A client that does not trust the certificate goes away; what it says of that is what is tested.
        }
    }
}
