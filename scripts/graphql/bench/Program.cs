using System.Buffers;
using Bench;
using BizGraph.GraphQL;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton<Data>();
builder.Services.AddGraphQL().AddTypes().WithOptions(options => options with { MaxPageSize = 1_000 });
var app = builder.Build();
app.MapGraphQL();
app.MapPost(
    "/bare",
    async http =>
    {
        var body = await http.Request.BodyReader.ReadAsync();
        http.Request.BodyReader.AdvanceTo(body.Buffer.End);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.BodyWriter.Write("{\"data\":{\"__typename\":\"Query\"}}"u8);
    }
);
Console.WriteLine(Environment.ProcessId);
await app.RunAsync();

namespace Bench
{
    public sealed record Business(string Id, string Name, string Town, double Score)
    {
        public List<Business> Neighbors { get; } = [];
    }

    public sealed class Data
    {
        public Data()
        {
            All = [.. Enumerable.Range(0, 1_000).Select(i => new Business($"b{i}", $"Business {i}", $"Town {i % 20}", i / 7.0))];
            for (var i = 0; i < All.Length; i++)
                All[i].Neighbors.AddRange(Enumerable.Range(1, 5).Select(k => All[(i + k * 7) % All.Length]));
        }

        public Business[] All { get; }
    }

    [QueryType]
    public static class Queries
    {
        [ListSize(SlicingArguments = ["first"])]
        public static IEnumerable<Business> GetBusinesses(int first, Data data) => new ArraySegment<Business>(data.All, 0, first);
    }

    [ObjectType<Business>]
    public static class BusinessNode
    {
        [ID]
        public static string Id([Parent] Business business) => business.Id;

        public static string Name([Parent] Business business) => business.Name;

        public static string Town([Parent] Business business) => business.Town;

        public static double Score([Parent] Business business) => business.Score;

        [ListSize(AssumedSize = 5)]
        public static IReadOnlyList<Business> Neighbors([Parent] Business business) => business.Neighbors;
    }
}
