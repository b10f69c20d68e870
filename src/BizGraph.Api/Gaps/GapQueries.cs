using BizGraph.Analysis.Gaps;
using BizGraph.Api.Reasons;
using BizGraph.Api.Snapshots;
using BizGraph.GraphQL;

namespace BizGraph.Api.Gaps;

/// <summary>What is missing.</summary>
[QueryType]
static class GapQueries
{
    const int LargestPage = 1_000;

    /// <summary>What is missing in the network, the most pressing first.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = LargestPage)]
    public static async Task<Connection<GapInWords>> GetGapsAsync(
        Shown shown,
        PagingArguments page,
        CancellationToken cancellation,
        [GraphQLDescription("Only gaps of this kind; all of them unless given.")] GapKind? kind = null,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En,
        [GraphQLDescription("Whether those that were dismissed or marked done are among them.")] bool withPutAside = false
    )
    {
        var (gaps, decisions) = (await shown.GapsAsync(cancellation), await shown.DecisionsAsync(cancellation));
        return page.Slice([
            .. gaps.Where(gap => (kind is null || gap.Kind == kind) && (withPutAside || decisions.IsOpen(gap)))
                .Select(gap => new GapInWords(gap, language, decisions.Of(gap.Identity))),
        ]);
    }

    /// <summary>The gap of an id that was seen before, also after its businesses were merged with others; null where it is gone.</summary>
    public static async Task<GapInWords?> GetGapAsync(
        Shown shown,
        [ID] [GraphQLDescription("Its id.")] string id,
        CancellationToken cancellation,
        [GraphQLDescription("The language of the sentences.")] Language language = Language.En
    ) =>
        (await shown.GapsAsync(cancellation)).Find(id) is { } gap
            ? new GapInWords(gap, language, (await shown.DecisionsAsync(cancellation)).Of(gap.Identity))
            : null;
}
