using System.Globalization;
using static BizGraph.Api.Reasons.EnglishCatalogue;

namespace BizGraph.Api.Languages;

/// <summary>The plain pages in English.</summary>
sealed class EnglishPages : IPageWords
{
    public static EnglishPages Instance { get; } = new();

    public string Skip => "Skip to the content";
    public string Pages => "Pages";
    public string Overview => "Overview";
    public string WhatIsMissing => "What is missing";
    public string Introductions => "Introductions";
    public string AllBusinesses => "All businesses";
    public string Imports => "Imports";
    public string OneOrTwo => "One or two?";
    public string OtherLanguage => "Deutsch";
    public string NotFound => "Not found";
    public string NoSuchBusiness => "There is no such business";
    public string MayBeTakenBack => "It may have been taken back with an import.";
    public string Refused => "Not done";
    public string ForeignForm => "This form was sent by a page of another site. Open BizGraph's own page and use the form there.";
    public string BeingWorkedOut => "Being worked out. Load the page again in a moment.";
    public string Back => "Back";
    public string More => "More";
    public string NothingFound => "Nothing found.";
    public string Next => "Next:";

    public string TheSampleTown => "The sample town";
    public string YourNetwork => "Your network";
    public string SampleIsInvented => "This is the sample town; every name in it is invented.";
    public string TakeInYourOwn => "Take in your own lists here.";
    public string TakeInByCommand => "Or by a command; this page shows them within two seconds:";
    public string IntroduceThisWeek => "Whom to introduce this week";
    public string NobodyToIntroduce => "Nobody to introduce.";
    public string WithoutTie => "Businesses without a tie";
    public string BestConnected => "Best connected";
    public string FindABusiness => "Find a business";
    public string NameOrPlace => "Name or place";
    public string Find => "Find";
    public string TakeInYourLists => "Take in your lists";

    public string LeftOut => "Those that were dismissed or marked done are left out.";
    public string ShowLeftOut => "Show them, too";
    public string AllKinds => "All kinds";
    public string NothingOfThisKind => "Nothing of this kind.";
    public string MoreGaps => "More gaps";
    public string MoreIntroductions => "More introductions";
    public string MoreBusinesses => "More businesses";
    public string ThisWeek => "This week";
    public string Decided => "Decided";
    public string NothingDecided => "Nothing was decided yet.";
    public string WriteToBoth => "Write to both";

    public string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public string Gaps(long count) => Count(count, "gap", "gaps");

    public string IntroductionsOf(long count) => Count(count, "introduction", "introductions");

    public string Suggestions(long count) => Count(count, "suggestion", "suggestions");

    public string InAll(string counted) => $"{counted} in all";

    public string InFile(string counted, string file) => $"Written to {file}: {counted}.";

    public string AllOf(long count) => $"All {Number(count)}";

    public string NetworkVersion(long version) => $"Network version {version}.";

    public string TiedTo(long others) => $"tied to {Count(others, "other", "others")}";

    public string GapsIntro(long count) =>
        $"{Gaps(count)}, the most pressing first. Each says what it rests on and one thing to do next.";

    public string IntroductionsIntro(long count) =>
        $"{IntroductionsOf(count)}: those under way first, then the businesses with the fewest ties. Beside those under way, nobody comes more than once.";

    public string DecidedIntro(long count) =>
        $"{Count(count, "suggestion was decided about", "suggestions were decided about")}, the last one first.";

    public string BusinessesFound(long count) =>
        $"{Count(count, "business or organization", "businesses and organizations")} found.";
}
