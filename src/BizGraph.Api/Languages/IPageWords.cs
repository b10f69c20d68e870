namespace BizGraph.Api.Languages;

/// <summary>The words around what the plain pages and the lists of the command line show. A language that lacks one does not compile.</summary>
interface IPageWords
{
    string Skip { get; }
    string Pages { get; }
    string Overview { get; }
    string WhatIsMissing { get; }
    string Introductions { get; }
    string AllBusinesses { get; }
    string Imports { get; }
    string OneOrTwo { get; }

    /// <summary>The name of the other language, in that language.</summary>
    string OtherLanguage { get; }

    string NotFound { get; }
    string NoSuchBusiness { get; }
    string MayBeTakenBack { get; }
    string Refused { get; }
    string ForeignForm { get; }
    string BeingWorkedOut { get; }
    string Back { get; }
    string More { get; }
    string NothingFound { get; }
    string Next { get; }

    string TheSampleTown { get; }
    string YourNetwork { get; }
    string SampleIsInvented { get; }
    string TakeInYourOwn { get; }
    string TakeInByCommand { get; }
    string IntroduceThisWeek { get; }
    string NobodyToIntroduce { get; }
    string WithoutTie { get; }
    string BestConnected { get; }
    string FindABusiness { get; }
    string NameOrPlace { get; }
    string Find { get; }
    string TakeInYourLists { get; }

    string LeftOut { get; }
    string ShowLeftOut { get; }
    string AllKinds { get; }
    string NothingOfThisKind { get; }
    string MoreGaps { get; }
    string MoreIntroductions { get; }
    string MoreBusinesses { get; }
    string ThisWeek { get; }
    string Decided { get; }
    string NothingDecided { get; }
    string WriteToBoth { get; }

    /// <summary>A whole number as the language writes it.</summary>
    string Number(long number);

    /// <summary>A day as the language writes it.</summary>
    string Day(DateOnly day);

    /// <summary>"12 gaps".</summary>
    string Gaps(long count);

    /// <summary>"12 introductions".</summary>
    string IntroductionsOf(long count);

    /// <summary>"12 suggestions".</summary>
    string Suggestions(long count);

    /// <summary>That a number of things, such as "12 gaps", is all there is.</summary>
    string InAll(string counted);

    /// <summary>That a number of things, such as "12 gaps", was written to a file.</summary>
    string InFile(string counted, string file);

    /// <summary>A link to all of several.</summary>
    string AllOf(long count);

    string NetworkVersion(long version);
    string TiedTo(long others);
    string GapsIntro(long count);
    string IntroductionsIntro(long count);
    string DecidedIntro(long count);
    string BusinessesFound(long count);
}
