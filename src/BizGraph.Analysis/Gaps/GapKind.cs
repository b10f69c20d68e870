namespace BizGraph.Analysis.Gaps;

/// <summary>The sorts of gap, in the order in which lists show them: the most pressing first. docs/gaps.md defines each.</summary>
public enum GapKind
{
    /// <summary>A business without a tie.</summary>
    Isolated,

    /// <summary>A few organizations that are tied among themselves only.</summary>
    Island,

    /// <summary>A business that hangs by one tie.</summary>
    OneTie,

    /// <summary>A business whose few ties all run one way.</summary>
    OneWay,

    /// <summary>A business that is tied in, but many steps from the core.</summary>
    FarFromCore,

    /// <summary>An organization whose closing would cut others off.</summary>
    SinglePoint,

    /// <summary>A tie whose end would cut others off.</summary>
    OnlyTie,

    /// <summary>Something that businesses buy from one supplier only.</summary>
    SoleSource,

    /// <summary>A business that closed or is listed no more, and those who dealt with it.</summary>
    Left,

    /// <summary>A member that went quiet.</summary>
    Quiet,

    /// <summary>Two communities that have much to offer each other and hardly a tie.</summary>
    StructuralHole,

    /// <summary>A trade that members buy from outside the area though a local business offers it.</summary>
    BoughtOutside,

    /// <summary>A trade that members look for, or buy outside, and nobody local offers.</summary>
    MissingTrade,

    /// <summary>A young business without a mentor.</summary>
    NoMentor,

    /// <summary>An experienced business without a mentee, though a young one of its surroundings has no mentor.</summary>
    NoMentee,

    /// <summary>A business that gives and never gets, or gets and never gives.</summary>
    OneSided,

    /// <summary>A network, place, ownership or tag whose members stay among themselves.</summary>
    AmongThemselves,

    /// <summary>A business with no bank or other finance in reach, or a network without any.</summary>
    NoFinance,

    /// <summary>A business with no public body in reach, or a network without any.</summary>
    NoPublicBody,

    /// <summary>A business with no press or other media in reach, or a network without any.</summary>
    NoPress,
}
