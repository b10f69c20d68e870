namespace BizGraph.Api.Reasons;

/// <summary>A language that people are answered in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,
}
