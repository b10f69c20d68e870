using BizGraph.Api.Languages;

namespace BizGraph.Api.Samples;

/// <summary>The sample town is there to be looked at.</summary>
sealed class SampleIsFixedException() : Exception(EnglishDecisions.Instance.SampleIsFixed);
