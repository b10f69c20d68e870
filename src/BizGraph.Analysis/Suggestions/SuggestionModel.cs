using BizGraph.Model;

namespace BizGraph.Analysis.Suggestions;

/// <summary>How one type's suggestions are ranked.</summary>
/// <param name="Type">The type.</param>
/// <param name="Ties">How many ties of it there are to learn from.</param>
/// <param name="IsTrained">Whether the ranking was learned from them; otherwise it is a blend set by hand.</param>
public sealed record TypeTraining(RelationshipType Type, int Ties, bool IsTrained);

/// <summary>What one network's ties teach about the ties that are missing. Immutable; suggestions are read from it.</summary>
/// <remarks>
/// Training takes O(ties · arcs within three steps) for at most 1,000 ties of each type, and O(rows · evidence²) for the weights. The same
/// snapshot and options give the same model at any number of threads.
/// </remarks>
public sealed class SuggestionModel
{
    SuggestionModel(NetworkSnapshot snapshot, SuggestionOptions options, CancellationToken cancellation)
    {
        (Snapshot, Options) = (snapshot, options);
        var traits = new Traits(snapshot);
        var ties = TieTable.Of(snapshot);
        Context = new TieContext(traits, ties);
        Rankings = new Training(traits, ties, options, cancellation).Run(Context);
        Rules = new PairRules(traits, options.Feedback);
        Candidates = new Candidates(Context);
        Types = [.. Rankings.Select(ranking => new TypeTraining(ranking.Type, ties.Of(ranking.Type).Length, ranking.IsTrained))];
    }

    /// <summary>The network that it was trained on.</summary>
    public NetworkSnapshot Snapshot { get; }

    /// <summary>What it was trained with.</summary>
    public SuggestionOptions Options { get; }

    /// <summary>How each type is ranked, in the order of the types.</summary>
    public IReadOnlyList<TypeTraining> Types { get; }

    internal IReadOnlyList<TieRanking> Rankings { get; }

    internal TieContext Context { get; }

    internal PairRules Rules { get; }

    internal Candidates Candidates { get; }

    /// <summary>Learns from a network's own ties, and from what people accepted and dismissed.</summary>
    /// <param name="snapshot">The network.</param>
    /// <param name="options">Seed, tables and feedback.</param>
    /// <param name="cancellation">Stops the training.</param>
    public static SuggestionModel Train(
        NetworkSnapshot snapshot,
        SuggestionOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new SuggestionOptions();
        options.Validate();
        return new SuggestionModel(snapshot, options, cancellation);
    }
}
