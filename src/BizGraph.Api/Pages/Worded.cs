using BizGraph.Api.Languages;
using BizGraph.Api.Reasons;
using Microsoft.AspNetCore.Components;

namespace BizGraph.Api.Pages;

/// <summary>What every page and part of a page has: the reader's language and its words.</summary>
public abstract class Worded : ComponentBase
{
    /// <summary>Who reads it.</summary>
    [CascadingParameter]
    public Reader Reader { get; set; } = new(Language.En, SwitchTo: null);

    private protected Language Language => Reader.Language;

    private protected IPageWords Words => Catalogue.Pages(Language);

    private protected IDecisionWords DecisionWords => Catalogue.Decisions(Language);

    private protected IUploadWords UploadWords => Catalogue.Uploads(Language);

    private protected IPreviewWords PreviewSays => Catalogue.Previews(Language);
}

/// <summary>Who reads a page.</summary>
/// <param name="Language">Their language.</param>
/// <param name="SwitchTo">The address of the same page in the other language; null where there is none.</param>
public sealed record Reader(Language Language, string? SwitchTo);
