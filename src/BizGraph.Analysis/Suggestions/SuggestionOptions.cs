namespace BizGraph.Analysis.Suggestions;

/// <summary>What suggestions are made with, beside the network.</summary>
public sealed record SuggestionOptions : RunOptions
{
    /// <summary>Seed of what is drawn in training: the same seed, the same suggestions.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Words that mean the same; by default English and German ones of local trade.</summary>
    public Synonyms Synonyms { get; init; } = Synonyms.Default;

    /// <summary>Which industry buys from which; by default sectors, from the purchases of United States industries.</summary>
    public IndustryTable Industries { get; init; } = IndustryTable.Default;

    /// <summary>Suggestions that people accepted or dismissed.</summary>
    public IReadOnlyCollection<SuggestionFeedback> Feedback { get; init; } = [];

    /// <summary>Ties of a type below which its ranking is not learned, 1 or more.</summary>
    public int LeastTies { get; init; } = 50;

    internal void Validate()
    {
        ValidateRun();
        Require.That(LeastTies >= 1, nameof(LeastTies), LeastTies, "1 or more");
    }
}
