using BizGraph.Api.Decisions;

namespace BizGraph.Api.Languages;

/// <summary>What people read when they decide about gaps and suggestions. A language that lacks a word does not compile.</summary>
interface IDecisionWords
{
    /// <summary>What opens the form.</summary>
    string Decide { get; }

    /// <summary>Whose decision it is.</summary>
    string YourName { get; }

    /// <summary>A note.</summary>
    string Why { get; }

    /// <summary>To whom it is given.</summary>
    string WhoSeesToIt { get; }

    /// <summary>The heading over a decision that is kept.</summary>
    string Kept { get; }

    /// <summary>The heading over one that is not.</summary>
    string NotKept { get; }

    /// <summary>The form came with something that none of ours has.</summary>
    string UnclearForm { get; }

    /// <summary>The button of an action.</summary>
    string Button(DecisionAction action);

    /// <summary>How it stands, who said so and when, and who is to see to it.</summary>
    string Sentence(Decision decision);

    /// <summary>Someone else decided meanwhile.</summary>
    /// <param name="now">What it is now; null where that is not known.</param>
    string Meanwhile(Decision? now);

    /// <summary>There is no such gap.</summary>
    string UnknownGap(string id);

    /// <summary>There is no such suggestion.</summary>
    string UnknownSuggestion(string id);

    /// <summary>Why a decision is not kept.</summary>
    string Problem(DecisionProblem problem);

    /// <summary>The sample town stays as it is.</summary>
    string SampleIsFixed { get; }
}
