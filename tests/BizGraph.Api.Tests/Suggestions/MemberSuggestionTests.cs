using static BizGraph.Api.Tests.Suggestions.SuggestionQueryTests;

namespace BizGraph.Api.Tests.Suggestions;

/// <summary>What a member can ask of suggestions: nothing that is private, by whatever field.</summary>
public sealed class MemberSuggestionTests
{
    [Theory]
    [InlineData("partner { relationships { totalCount } }")]
    [InlineData("partner { connections }")]
    [InlineData("partner { origins { file } }")]
    [InlineData("partner { spend }")]
    [InlineData("partner { turnover }")]
    [InlineData("for { relationships { nodes { to { relationships { totalCount } } } } }")]
    [InlineData("from { connections }")]
    [InlineData("to { connections }")]
    [InlineData("reasons { businesses { relationships { totalCount } } }")]
    public async Task A_member_is_not_led_from_a_suggestion_to_what_is_private(string fields)
    {
        await using var service = await RunningService.StartWithAsync(
            Town.Replace("mill,Old Mill,Ham,52.00,0.01,flour,,", "mill,Old Mill,Ham,52.00,0.01,flour,,introductions")
                .Replace("bookkeeping,,\n", "bookkeeping,,introductions\n", StringComparison.Ordinal),
            Ties
        );
        const string Ask = "suggestions(for: \"shop\", first: 3, viewer:";

        await service.QueryAsync($"{{ {Ask} ORGANIZER) {{ {fields} }} }}");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            service.QueryAsync($"{{ {Ask} MEMBER) {{ {fields} }} }}")
        );

        Assert.Contains("This is not told to a member", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_reads_the_public_profile_of_a_partner_but_nobodys_words_about_the_pair()
    {
        await using var service = await RunningService.StartWithAsync(Town, Ties);
        await service.QueryAsync(
            "mutation { acceptSuggestion(id: \"supplier:shop+penny\", by: \"Anna\", note: \"She owes him\") { errors { __typename } } }"
        );
        await service.QueryAsync(
            "mutation { dismissSuggestion(id: \"customer:shop+barn\", reason: \"They quarrel\") { errors { __typename } } }"
        );

        const string Fields =
            "{ id score probability partner { name offers place { locality } } decision { note by steps { note } } }";
        var member = await service.QueryAsync(
            $"{{ suggestions(for: \"shop\", first: 50, viewer: MEMBER, withPutAside: true) {Fields} suggestion(id: \"supplier:shop+penny\", viewer: MEMBER) {Fields} }}"
        );

        Assert.Equal("Penny Column", member.GetProperty("suggestion").GetProperty("partner").GetProperty("name").GetString());
        var told = member.ToString();
        Assert.DoesNotContain("owes", told, StringComparison.Ordinal);
        Assert.DoesNotContain("quarrel", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", told, StringComparison.Ordinal);
        Assert.DoesNotContain("customer:shop+barn", told, StringComparison.Ordinal);
        var score = member.GetProperty("suggestion").GetProperty("score").GetDouble();
        Assert.Equal(Math.Round(score, 1), score);
    }

    [Fact]
    public async Task Nothing_private_of_a_list_is_in_anything_that_a_member_can_ask_of_suggestions()
    {
        const string Private = """
            id,name,locality,offers,needs,email,phone,notes,spend,turnover,currency,Guild,not_with
            penny,Penny Column,Ham,bookkeeping,,secret@penny.example,0555 1234,secret word,987654,876543,EUR,secret guild,barn
            shop,Corner Shop,Ham,,bookkeeping,,,,,,EUR,secret guild,
            barn,The Barn,Ham,,bookkeeping,,,,,,EUR,secret guild,

            """;
        await using var service = await RunningService.StartWithAsync(
            Private,
            "from,to,type,amount,currency,note\npenny,barn,supplies,765432,EUR,secret deal\n"
        );

        var told = (
            await service.QueryAsync(
                """
                { suggestions(for: "shop", first: 100, viewer: MEMBER) {
                  id kind type score probability headline sentence
                  for { id otherIds name kind industry { title } place { locality } ownership serves employees currency founded website offers needs tags networks status isListed }
                  partner { id name offers needs tags networks website }
                  reasons { kind clause businesses { id name } count words types number } contributions { evidence type logOdds }
                  whatItChanges { sentence reachBefore reachAfter joinsComponents easedSoleSources { id name } }
                  introduction { subject body mailTo } decision { note } } }
                """
            )
        ).ToString();

        Assert.Contains("Penny Column", told, StringComparison.Ordinal);
        foreach (var secret in new[] { "secret", "0555", "987654", "876543", "765432", "uild" })
        {
            Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        }
    }
}
