namespace BizGraph.GraphQL;

/// <summary>
/// Who may ask for the field, or for all fields of the class; several add up. Without roles and policy: whoever is signed in. A field that
/// is refused is an error with the code <c>AUTH_NOT_AUTHENTICATED</c> or <c>AUTH_NOT_AUTHORIZED</c>, and its resolver does not run.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    /// <summary>Roles of which one is enough; empty for any.</summary>
    public string[] Roles { get; init; } = [];

    /// <summary>A policy of ASP.NET's authorization; its handlers see the parent object as the resource.</summary>
    public string? Policy { get; init; }
}
