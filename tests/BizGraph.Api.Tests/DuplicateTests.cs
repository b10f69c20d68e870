using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Api.Tests;

/// <summary>The queue of pairs that may be one business, and what people decide about them.</summary>
public sealed class DuplicateTests
{
    const string Town = "id,name,locality\n1,Old Mill,Ham\n2,The Old Mill Ltd,Ham\n3,Forge,Ham\n";
    const string Ties = "from,to,type\n1,3,supplies\n2,3,refers\n";

    [Fact]
    public async Task A_confirmed_pair_is_one_business_and_leaves_the_queue()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await AskAsync(service);
        Assert.Equal("1 2 0.7 Alike.", await QueueAsync(service));

        var answer = await service.QueryAsync(
            "mutation { confirmDuplicate( one: \"1\", other: \"2\" ) { duplicateDecision { import version business { id name otherIds connections } } errors { __typename } } }"
        );

        var decision = answer.GetProperty("confirmDuplicate").GetProperty("duplicateDecision");
        Assert.Equal((3, 2L), (decision.GetProperty("import").GetInt32(), decision.GetProperty("version").GetInt64()));
        var business = decision.GetProperty("business");
        Assert.Equal(
            ("1", "The Old Mill Ltd", 1),
            (
                business.GetProperty("id").GetString(),
                business.GetProperty("name").GetString(),
                business.GetProperty("connections").GetInt32()
            )
        );
        Assert.Equal("2", business.GetProperty("otherIds")[0].GetString());
        Assert.Equal("", await QueueAsync(service));
        Assert.Equal(
            "Forge",
            (await service.QueryAsync("{ business(id: \"2\") { relationships { nodes { to { name } } } } }"))
                .GetProperty("business")
                .GetProperty("relationships")
                .GetProperty("nodes")[0]
                .GetProperty("to")
                .GetProperty("name")
                .GetString()
        );
    }

    [Fact]
    public async Task A_merged_business_is_split_again_by_a_rejection()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await service.QueryAsync("mutation { confirmDuplicate( one: \"1\", other: \"2\" ) { errors { __typename } } }");
        Assert.Equal(2, await CountAsync(service));

        await service.QueryAsync("mutation { rejectDuplicate( one: \"1\", other: \"2\" ) { errors { __typename } } }");

        Assert.Equal(3, await CountAsync(service));
    }

    [Fact]
    public async Task Answers_in_a_spreadsheet_are_taken_in_like_any_list()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await AskAsync(service);

        // As German Excel saves it; the pair without an answer stays open.
        await service.ImportAsync(
            "same;id;name;other_id;other_name;score\nja;1;Old Mill;2;The Old Mill Ltd;0,70\n;1;Old Mill;3;Forge;0,2\n"
        );
        await service.SeesVersionAsync(2);

        Assert.Equal((2, ""), (await CountAsync(service), await QueueAsync(service)));
    }

    [Theory]
    [InlineData("1", "nobody", "UnknownBusinessError", "There is no business 'nobody'")]
    [InlineData("1", "1", "SameBusinessError", "Both are '1' already")]
    public async Task What_cannot_be_decided_says_why(string one, string other, string type, string expected)
    {
        await using var service = await RunningService.StartWithAsync(Town);

        var answer = await service.QueryAsync(
            $"mutation {{ confirmDuplicate( one: \"{one}\", other: \"{other}\" ) {{ errors {{ __typename ... on Error {{ message }} }} }} }}"
        );

        var error = answer.GetProperty("confirmDuplicate").GetProperty("errors")[0];
        Assert.Equal(type, error.GetProperty("__typename").GetString());
        Assert.Contains(expected, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Leaves a question about 1 and 2, as matching does.</summary>
    static async Task AskAsync(RunningService service)
    {
        var plan = new ImportPlan("matching", [new ImportFile("question", "00", 0)], Columns: []);
        var import = (await service.Store.BeginAsync(plan)).Number;
        var claim = new MatchClaim(
            new ClaimPosition(0, 1),
            new("1"),
            new("2"),
            MatchVerdict.Unsure,
            Score: 0.7,
            Reason: "Alike."
        );
        await service.Store.AppendAsync(import, [claim], claim.Position);
        await service.Store.FinishAsync(import, new ImportReport());
    }

    static async Task<string> QueueAsync(RunningService service)
    {
        var data = await service.QueryAsync("{ duplicates { nodes { one { id } other { id } score reason } } }");
        return string.Join('\n', data.GetProperty("duplicates").GetProperty("nodes").EnumerateArray().Select(Line));

        static string Line(JsonElement pair) =>
            $"{pair.GetProperty("one").GetProperty("id")} {pair.GetProperty("other").GetProperty("id")} {pair.GetProperty("score")} {pair.GetProperty("reason")}";
    }

    static async Task<int> CountAsync(RunningService service) =>
        (await service.QueryAsync("{ businesses { totalCount } }"))
            .GetProperty("businesses")
            .GetProperty("totalCount")
            .GetInt32();
}
