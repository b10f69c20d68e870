namespace BizGraph.Api.Decisions;

/// <summary>A button of the form.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Text">What it says.</param>
public sealed record DecisionChoice(DecisionAction Action, string Text);
