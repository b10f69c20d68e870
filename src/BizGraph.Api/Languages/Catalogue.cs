using BizGraph.Api.Reasons;

namespace BizGraph.Api.Languages;

/// <summary>The words of each language: one class for each subject, which must have them all to compile.</summary>
static class Catalogue
{
    public static IPageWords Pages(Language language) => language == Language.De ? GermanPages.Instance : EnglishPages.Instance;

    public static IBusinessWords Businesses(Language language) =>
        language == Language.De ? GermanBusinesses.Instance : EnglishBusinesses.Instance;

    public static IDecisionWords Decisions(Language language) =>
        language == Language.De ? GermanDecisions.Instance : EnglishDecisions.Instance;

    public static ISummaryWords Summary(Language language) =>
        language == Language.De ? GermanSummary.Instance : EnglishSummary.Instance;

    public static IUploadWords Uploads(Language language) =>
        language == Language.De ? GermanUploads.Instance : EnglishUploads.Instance;

    public static IPreviewWords Previews(Language language) =>
        language == Language.De ? GermanPreviews.Instance : EnglishPreviews.Instance;

    /// <summary>The other language, to choose it.</summary>
    public static Language Other(Language language) => language == Language.De ? Language.En : Language.De;

    /// <summary>The tag of a language in HTML and HTTP.</summary>
    public static string TagOf(Language language) => language == Language.De ? "de" : "en";
}
