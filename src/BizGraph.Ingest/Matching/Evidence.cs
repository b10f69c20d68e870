namespace BizGraph.Ingest.Matching;

/// <summary>One thing that speaks for or against two entries being one business.</summary>
/// <remarks>What evidence of the kinds <see cref="EvidenceKind.Phone"/> and <see cref="EvidenceKind.Email"/> quotes is private.</remarks>
/// <param name="Kind">What sort of thing; each language's catalogue makes words of it.</param>
/// <param name="Weight">What it adds to the logit of the score: above 0 speaks for one business, below 0 for two.</param>
/// <param name="First">What the first entry says, as compared.</param>
/// <param name="Second">What the second entry says, as compared.</param>
public sealed record Evidence(EvidenceKind Kind, double Weight, string First, string Second);

/// <summary>The sorts of evidence.</summary>
public enum EvidenceKind
{
    /// <summary>How alike the words of the names are, weighed by how rare they are in the data.</summary>
    Name,

    /// <summary>Numbers in the names ("Unit 3").</summary>
    NameNumber,

    /// <summary>Words that tell namesakes apart ("Sons", "North", "Junior").</summary>
    NameDistinction,

    /// <summary>Legal forms ("Ltd", "GmbH").</summary>
    LegalForm,

    /// <summary>Telephone numbers.</summary>
    Phone,

    /// <summary>Street, number and unit.</summary>
    Address,

    /// <summary>Postal codes.</summary>
    PostalCode,

    /// <summary>Towns.</summary>
    Locality,

    /// <summary>The distance between their coordinates.</summary>
    Distance,

    /// <summary>Web addresses.</summary>
    Website,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>Lines of trade.</summary>
    Industry,

    /// <summary>One of them has a likelier partner in the other's source.</summary>
    BetterPartner,

    /// <summary>Their source gave them two ids.</summary>
    TwoIdsInOneSource,

    /// <summary>Merging them would join businesses that are not alike.</summary>
    GroupDisagrees,

    /// <summary>Both are one business with a third entry.</summary>
    SameGroup,

    /// <summary>How seldom two entries of this data that come near each other are one business.</summary>
    Prior,

    /// <summary>A person decided.</summary>
    Decision,
}
