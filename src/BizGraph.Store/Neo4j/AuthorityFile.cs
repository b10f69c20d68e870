using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j;

/// <summary>A PEM file of the authorities whose certificates are trusted, in place of those that the machine trusts.</summary>
static class AuthorityFile
{
    /// <summary>The setting that names the file.</summary>
    public const string Setting = "NEO4J_CA_FILE";

    /// <summary>Reads the file.</summary>
    /// <exception cref="StoreException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Refusal($"The certificates of {Setting} cannot be read: {exception.Message}");
        }

        return authorities.Count > 0
            ? authorities
            : throw Refusal($"{Setting} ({path}) holds no certificate; a PEM file of your authority's is expected.");
    }

    /// <summary>Trusts these authorities and no others; the name and the dates of a certificate are verified as ever.</summary>
    public static X509ChainPolicy Trust(X509Certificate2Collection authorities)
    {
        // As it is without a policy: an authority of a team's own seldom answers what it revoked.
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    static StoreException Refusal(string message) => new(message) { IsRefusal = true };
}
