using System.Text.Json;
using System.Text.RegularExpressions;

namespace BizGraph.Ingest.Ocds;

/// <summary>A party of a release: an organization and what it does there.</summary>
sealed partial class OcdsParty(JsonElement party)
{
    static readonly string[] PublicRoles = ["buyer", "procuringEntity", "reviewBody"];

    /// <summary>The number by which its release calls it.</summary>
    public string? LocalId { get; } = party.TextAt("id");

    /// <summary>Its name.</summary>
    public string? Name { get; } = party.TextAt("name") ?? party.TextAt("identifier", "legalName");

    /// <summary>The id that is its own in all releases, from a register; null where there is only a number within the release, such as org-1.</summary>
    public string? Id { get; } =
        party.TextAt("identifier", "scheme") is { } scheme && party.TextAt("identifier", "id") is { } id ? $"{scheme}-{id}"
        : party.TextAt("id") is { } local && RegisterId().IsMatch(local) ? local
        : null;

    /// <summary>What it does in its release.</summary>
    public IReadOnlyList<string> Roles { get; } =
        party.Property("roles") is { ValueKind: JsonValueKind.Array } roles
            ? [.. roles.EnumerateArray().Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)]
            : [];

    /// <summary>Its cells, in the order of <see cref="Columns"/>.</summary>
    public string?[] Cells() =>
        [
            Id,
            Name,
            Roles.Any(PublicRoles.Contains) && !Roles.Contains("supplier") ? "public body" : null,
            party.TextAt("address", "streetAddress"),
            party.TextAt("address", "locality"),
            party.TextAt("address", "region"),
            party.TextAt("address", "postalCode"),
            party.TextAt("address", "countryName"),
            party.TextAt("details", "url") ?? party.TextAt("contactPoint", "url"),
            party.TextAt("contactPoint", "email"),
            party.TextAt("contactPoint", "telephone"),
            string.Join('|', Roles),
            party.TextAt("details", "scale"),
        ];

    /// <summary>What its cells are.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id",
        "name",
        "kind",
        "address",
        "locality",
        "region",
        "postal_code",
        "country",
        "website",
        "email",
        "phone",
        "roles",
        "scale",
    ];

    // org-id.guide: the code of a register, such as GB-COH, then the number there.
    [GeneratedRegex("^[A-Z]{2,3}-[A-Z0-9]+-.", RegexOptions.CultureInvariant)]
    private static partial Regex RegisterId();
}
