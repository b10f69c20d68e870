using BizGraph.GraphQL;
using BizGraph.Model;

namespace BizGraph.Api.Businesses;

/// <summary>A line of trade: a code of a classification, a title, or both.</summary>
[ObjectType<Industry>]
[GraphQLName("Industry")]
static class IndustryNode
{
    /// <summary>The code as written.</summary>
    public static string? Code([Parent] Industry industry) => industry.Code;

    /// <summary>The classification of the code, such as NAICS, NACE, UK SIC or CPV.</summary>
    public static string? Scheme([Parent] Industry industry) => industry.Scheme;

    /// <summary>The trade in words.</summary>
    public static string? Title([Parent] Industry industry) => industry.Title;
}
