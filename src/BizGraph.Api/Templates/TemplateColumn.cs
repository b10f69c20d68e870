namespace BizGraph.Api.Templates;

/// <summary>A column of the template.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Meaning">What belongs there, in plain words.</param>
/// <param name="Examples">Its cells in the three example rows.</param>
sealed record TemplateColumn(string Header, string Meaning, params string[] Examples);

/// <summary>The template in one language.</summary>
/// <param name="BusinessSheet">The name of the sheet of businesses.</param>
/// <param name="Businesses">Its columns.</param>
/// <param name="TieSheet">The name of the sheet of ties.</param>
/// <param name="Ties">Its columns.</param>
/// <param name="HelpSheet">The name of the sheet that explains the others; <c>(ignore)</c> in it keeps an import away.</param>
/// <param name="Help">The sentences above the explanations.</param>
sealed record TemplateText(
    string BusinessSheet,
    IReadOnlyList<TemplateColumn> Businesses,
    string TieSheet,
    IReadOnlyList<TemplateColumn> Ties,
    string HelpSheet,
    IReadOnlyList<string> Help
);
