namespace BizGraph.Api.Templates;

/// <summary>A language that the template is written in.</summary>
enum TemplateLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,
}
