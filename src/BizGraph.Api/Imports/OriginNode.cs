using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Imports;

/// <summary>A row that something shown comes from.</summary>
[ObjectType<ClaimOrigin>]
[GraphQLName("Origin")]
static class OriginNode
{
    /// <summary>The number of its import.</summary>
    public static int Import([Parent] ClaimOrigin origin) => origin.Import;

    /// <summary>Whose data it is.</summary>
    public static string Source([Parent] ClaimOrigin origin) => origin.Source;

    /// <summary>The file's name.</summary>
    public static string File([Parent] ClaimOrigin origin) => origin.File;

    /// <summary>The row in it, the header being row 1.</summary>
    public static long Row([Parent] ClaimOrigin origin) => origin.Row;

    /// <summary>Since when it counts.</summary>
    public static DateTimeOffset Finished([Parent] ClaimOrigin origin) => origin.Finished;

    /// <summary>Of a business: what is shown as this row says, such as `name` and `postal code`. Unknown columns are private and not among them.</summary>
    [ListSize(AssumedSize = 10)]
    public static IEnumerable<string> Cells([Parent] ClaimOrigin origin) => origin.Cells.Where(BusinessCells.Names.Contains);
}
