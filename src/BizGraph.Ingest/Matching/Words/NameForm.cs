namespace BizGraph.Ingest.Matching.Words;

/// <summary>One name as it is compared.</summary>
sealed class NameForm
{
    /// <summary>Its telling words in order, as numbers of the lexicon; legal forms and fillers are left out unless nothing else is there.</summary>
    public required int[] Words { get; init; }

    /// <summary>The words as plain text without spaces.</summary>
    public required string Squeezed { get; init; }

    /// <summary>The numbers in it ("3" of "Unit 3"), in ordinal order.</summary>
    public required string[] Numbers { get; init; }

    /// <summary>Words that tell relatives of one name apart ("Sons"), in ordinal order.</summary>
    public required string[] Generations { get; init; }

    /// <summary>Words that tell places or departments of one name apart ("North"), in ordinal order.</summary>
    public required string[] Sides { get; init; }

    /// <summary>Its legal form, or null. "co" beside another form says nothing.</summary>
    public required string? LegalForm { get; init; }

    /// <summary>Whether it is a part of a longer name. Parts of two names are not compared: "Shop (North)" and "Shop (South)" are two.</summary>
    public required bool IsPart { get; init; }

    /// <summary>Whether it lists several businesses: "Hill Ltd, Brook Ltd".</summary>
    public required bool IsList { get; init; }

    /// <summary>The first letters of <see cref="Words"/> as written.</summary>
    public required string Initials { get; init; }

    /// <summary>The hashes of the three-letter pieces of <see cref="Squeezed"/>, sorted and distinct.</summary>
    public required ushort[] Trigrams { get; init; }
}
