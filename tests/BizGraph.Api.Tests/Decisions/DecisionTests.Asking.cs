using System.Text.Json;

namespace BizGraph.Api.Tests.Decisions;

/// <summary>How the tests decide, and look at what came of it.</summary>
public sealed partial class DecisionTests
{
    static async Task<JsonElement> AskAsync(RunningService service, string mutation, string arguments) =>
        (
            await service.QueryAsync(
                $$"""
                mutation { {{mutation}}({{arguments}}) {
                  decision { state by note assignedTo import revision steps { action by isUndone } }
                  errors { __typename ... on Error { message } } } }
                """
            )
        ).GetProperty(mutation);

    static async Task<JsonElement> DecideAsync(RunningService service, string mutation, string arguments)
    {
        var answer = await AskAsync(service, mutation, arguments);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("errors").ValueKind);
        return answer.GetProperty("decision");
    }

    static async Task<string> RefusedAsync(RunningService service, string mutation, string arguments)
    {
        var error = (await AskAsync(service, mutation, arguments)).GetProperty("errors")[0];
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    static string After(JsonElement decision) => $"revision: {decision.GetProperty("revision")}";

    static string Line(JsonElement decision)
    {
        var who = decision.GetProperty("assignedTo").GetString();
        return $"{decision.GetProperty("state").GetString()} {decision.GetProperty("by").GetString()} {decision.GetProperty("note").GetString()}{(who is null ? "" : $" -> {who}")}";
    }

    static async Task<JsonElement> DecisionOfAsync(RunningService service, string id) =>
        (await service.QueryAsync($"{{ suggestion(id: \"{id}\") {{ decision {{ state by note assignedTo revision }} }} }}"))
            .GetProperty("suggestion")
            .GetProperty("decision");

    static async Task<string[]> SuggestedAsync(RunningService service, string business, string more = "") =>
        Ids(
            (
                await service.QueryAsync(
                    $"{{ suggestions(for: \"{business}\", first: 20, kinds: [SUPPLIER, CUSTOMER]{more}) {{ id }} }}"
                )
            ).GetProperty("suggestions")
        );

    static async Task<string[]> IntroductionsAsync(RunningService service, int perBusiness) =>
        Ids(
            (await service.QueryAsync($"{{ introductions(first: 50, perBusiness: {perBusiness}) {{ nodes {{ id }} }} }}"))
                .GetProperty("introductions")
                .GetProperty("nodes")
        );

    static async Task<string[]> GapsAsync(RunningService service, string arguments = "withPutAside: false") =>
        Ids(
            (await service.QueryAsync($"{{ gaps(first: 100, {arguments}) {{ nodes {{ id }} }} }}"))
                .GetProperty("gaps")
                .GetProperty("nodes")
        );

    static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    static async Task<string> TaughtAsync(RunningService service)
    {
        var report = (await service.QueryAsync("{ suggestionReport { accepted putAside } }")).GetProperty("suggestionReport");
        return $"{report.GetProperty("accepted")} {report.GetProperty("putAside")}";
    }

    static async Task<string[]> TiesAsync(RunningService service, string business)
    {
        var data = await service.QueryAsync(
            $"{{ business(id: \"{business}\") {{ relationships {{ nodes {{ type from {{ id }} to {{ id }} }} }} }} }}"
        );
        var ties = data.GetProperty("business").GetProperty("relationships").GetProperty("nodes").EnumerateArray();
        return
        [
            .. ties.Select(tie =>
                    $"{tie.GetProperty("from").GetProperty("id").GetString()} {tie.GetProperty("type").GetString()} {tie.GetProperty("to").GetProperty("id").GetString()}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    static async Task<int> CountAsync(RunningService service) =>
        (await service.QueryAsync("{ businesses { totalCount } }"))
            .GetProperty("businesses")
            .GetProperty("totalCount")
            .GetInt32();
}
