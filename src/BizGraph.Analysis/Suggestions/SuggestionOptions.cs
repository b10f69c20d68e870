namespace BizGraph.Analysis.Suggestions;

/// <summary>What suggestions are made with, beside the network.</summary>
public sealed record SuggestionOptions : RunOptions
{
    /// <summary>Seed of what is drawn in training: the same seed, the same suggestions.</summary>
    public ulong Seed { get; init; } = 1;

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
