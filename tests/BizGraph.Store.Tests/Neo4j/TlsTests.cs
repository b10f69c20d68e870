using System.Net;
using BizGraph.Model;

namespace BizGraph.Store.Tests.Neo4j;

/// <summary>Connections to a server that speaks TLS, with certificates made here.</summary>
public sealed class TlsTests(Neo4jServer server) : IDisposable
{
    const string Password = "keep-this-secret";

    readonly TemporaryFolder _folder = new();
    readonly Certificates _certificates = new();

    public void Dispose()
    {
        _folder.Dispose();
        _certificates.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another authority")]
    public async Task A_certificate_of_an_authority_that_is_not_trusted_is_refused_in_a_sentence(string? trusted)
    {
        await using var fake = new FakeNeo4j();
        using var another = new Certificates();
        using var certificate = _certificates.For("127.0.0.1");
        using var end = new TlsEnd(certificate, fake.Port);

        var refused = await RefusedAsync(end.Port, trusted is null ? null : another.Pem);

        Assert.Contains("cannot be trusted", refused.Message, StringComparison.Ordinal);
        Assert.Contains("NEO4J_CA_FILE", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.DoesNotContain(Password, refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_in_a_sentence_whoever_gave_it()
    {
        await using var fake = new FakeNeo4j();
        using var certificate = _certificates.For("neo4j.example");
        using var end = new TlsEnd(certificate, fake.Port);

        var refused = await RefusedAsync(end.Port, _certificates.Pem);

        Assert.Contains("is for another name than 127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.Empty(fake.Requests);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_TLS_is_told_in_a_sentence()
    {
        await using var fake = new FakeNeo4j();

        var refused = await RefusedAsync(fake.Port, authority: null);

        Assert.Contains("does not answer in TLS", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "cannot be read")]
    [InlineData("no certificate", "holds no certificate")]
    public void An_authority_that_cannot_be_read_is_refused_when_the_store_is_opened(string? text, string says)
    {
        var file = text is null ? _folder.File("none.pem") : Written("authority.pem", text);

        var refused = Assert.Throws<StoreException>(() =>
            NetworkStores.Open("neo4j+https://localhost/neo4j", environment: Settings(file, Password).GetValueOrDefault)
        );

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_server_behind_a_trusted_certificate_is_used_like_any_other()
    {
        var town = await server.TakeAsync();
        using var certificate = _certificates.For("127.0.0.1");
        using var end = new TlsEnd(certificate, new Uri(town.Settings["NEO4J_URI"]).Port);

        await ImportAndReadAsync($"neo4j+https://127.0.0.1:{end.Port}/neo4j?prefix={town.Prefix}", town.Settings);

        server.Return(town);
    }

    [Fact]
    public async Task An_address_as_Aura_writes_it_means_the_HTTPS_connector_whatever_its_port()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux answers on all of 127.0.0.0/8, where port 7473 is free.");
        var town = await server.TakeAsync();
        const string Host = "127.74.73.1";
        using var certificate = _certificates.For(Host);
        using var end = new TlsEnd(
            certificate,
            new Uri(town.Settings["NEO4J_URI"]).Port,
            new IPEndPoint(IPAddress.Parse(Host), 7473)
        );

        await ImportAndReadAsync($"neo4j+s://{Host}:7687/neo4j?prefix={town.Prefix}", town.Settings);

        server.Return(town);
    }

    async Task ImportAndReadAsync(string address, Dictionary<string, string> settings)
    {
        var trusting = Settings(Written("authority.pem", _certificates.Pem), settings["NEO4J_PASSWORD"]);
        var file = new ClaimFile("town.csv").Business("mill", "Mill").Tie("mill", "bakery");
        await using var store = NetworkStores.Open(address, environment: trusting.GetValueOrDefault);
        var import = (await store.BeginAsync(new ImportPlan(file.Source, [file.Identity], []))).Number;
        await store.AppendAsync(import, file.Claims(), new ClaimPosition(0, file.RowCount + 1));
        await store.FinishAsync(import, new ImportReport());

        Assert.Equal(
            ["mill", "~bakery"],
            (await Shown.BusinessesAsync(store)).Select(business => business.Id.Value).Order(StringComparer.Ordinal)
        );
    }

    async Task<StoreException> RefusedAsync(int port, string? authority)
    {
        var file = authority is null ? null : Written("authority.pem", authority);
        await using var store = NetworkStores.Open(
            $"neo4j+https://127.0.0.1:{port}/neo4j",
            environment: Settings(file, Password).GetValueOrDefault
        );
        return await Assert.ThrowsAsync<StoreException>(() => store.VersionAsync());
    }

    static Dictionary<string, string> Settings(string? authority, string password) =>
        new() { ["NEO4J_PASSWORD"] = password, ["NEO4J_CA_FILE"] = authority ?? "" };

    string Written(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
