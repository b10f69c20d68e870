using BizGraph.Analysis;
using BizGraph.Analysis.Gaps;

namespace BizGraph.Api.Languages;

/// <summary>The network in six lines, for terminal and page.</summary>
interface ISummaryWords
{
    /// <summary>Six headings, each with one sentence.</summary>
    /// <param name="overview">The network in a few numbers.</param>
    /// <param name="gaps">What is missing; null while that is being worked out.</param>
    IReadOnlyList<(string Heading, string Sentence)> Lines(NetworkOverview overview, IReadOnlyList<Gap>? gaps);
}
