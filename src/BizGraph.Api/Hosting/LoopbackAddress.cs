namespace BizGraph.Api.Hosting;

/// <summary>An address that only this machine can reach: until access control exists, no other is served.</summary>
static class LoopbackAddress
{
    /// <summary>The names by which a browser on this machine may ask; another one means that a foreign page has pointed its own name here (DNS rebinding).</summary>
    public static readonly IReadOnlyList<string> Hosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What is wrong with the addresses of <c>--urls</c>; null where all are of this machine.</summary>
    public static string? Problem(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length == 0
            ? "--urls names no address; expected one such as http://127.0.0.1:5080."
            : addresses.Select(ProblemOf).FirstOrDefault(problem => problem is not null);
    }

    static string? ProblemOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.AbsolutePath != "/")
        {
            return $"--urls: found '{address}', expected an address such as http://127.0.0.1:5080.";
        }

        return Hosts.Contains(uri.Host)
            ? null
            : $"--urls: '{address}' is not this machine's own name. BizGraph has no sign-in yet, so other machines must not reach it: use http://127.0.0.1:5080.";
    }
}
