using System.Net;
using BizGraph.Api.Samples;

namespace BizGraph.Api.Tests;

/// <summary>The service as a browser and as its worst neighbour see it.</summary>
public sealed class ServiceTests
{
    const string Nodes = "id,name,email,notes\na,\"<script>alert(1)</script>\",secret@a.example,private word\nb,B,,\n";

    [Fact]
    public async Task The_overview_page_shows_the_summary_and_links_to_the_isolated()
    {
        await using var service = await RunningService.StartWithAsync(Nodes);

        var page = await service.Client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("2 businesses and 0 other organizations", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/businesses/b\"><bdi>B</bdi></a>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_business_page_says_where_it_comes_from_and_shows_nothing_private()
    {
        await using var service = await RunningService.StartWithAsync(Nodes);

        var page = await service.Client.GetStringAsync(new Uri("/businesses/a", UriKind.Relative));

        Assert.Contains(".csv, row 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@a.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("private word", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_the_list_leads_to_its_business()
    {
        await using var service = await RunningService.StartWithAsync(
            "id,name\na/b,One\n../../x,Two\nc?d=e#f,Three\n~,Four\nü %2F,Five\n/,Six\n"
        );
        var list = await service.Client.GetStringAsync(new Uri("/businesses", UriKind.Relative));
        var links = System.Text.RegularExpressions.Regex.Matches(list, "<li><a href=\"([^\"]+)\"><bdi>([^<]+)</bdi></a>");

        Assert.Equal(6, links.Count);
        foreach (System.Text.RegularExpressions.Match link in links)
        {
            var page = await service.Client.GetStringAsync(
                new Uri(WebUtility.HtmlDecode(link.Groups[1].Value), UriKind.Relative)
            );
            Assert.Contains($"<h1>{link.Groups[2].Value}</h1>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_cell_of_a_refused_row_is_told_to_nobody_but_the_importer()
    {
        await using var service = await RunningService.StartWithAsync("id,name,email\na,A,x@a.example\n\"b,B,secret@b.example\n");

        var problems = await service.QueryAsync(
            "{ imports { nodes { rowsRefused problems { kind file row column expected } } } }"
        );

        Assert.Contains(
            "\"rowsRefused\":1",
            problems.ToString().Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", problems.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_business_is_not_found()
    {
        await using var service = await RunningService.StartAsync();

        var answer = await service.Client.GetAsync(new Uri("/businesses/nobody", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("192.168.1.5", HttpStatusCode.BadRequest)]
    public async Task Only_this_machines_own_names_are_answered(string host, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        foreach (var path in new[] { "/", "/graphql/schema.graphql" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = $"{host}:{service.Client.BaseAddress!.Port}";

            Assert.Equal(expected, (await service.Client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Pages_may_load_nothing_from_anywhere()
    {
        await using var service = await RunningService.StartAsync();

        var answer = await service.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.StartsWith(
            "default-src 'none'; style-src 'sha256-",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_sample_town_shows_until_there_is_a_network_of_ones_own()
    {
        await using var service = await RunningService.StartAsync(SampleTown.OpenAsync);
        var before = await service.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("This is the sample town", before, StringComparison.Ordinal);

        await service.ImportAsync(Nodes);
        await service.SeesVersionAsync(1);

        var after = await service.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.DoesNotContain("sample town", after, StringComparison.Ordinal);
        Assert.Contains("2 businesses", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_finds_by_name_and_place()
    {
        await using var service = await RunningService.StartWithAsync(
            "id,name,town\n1,Old Bakery,Ham\n2,Mill,Ely\n3,Forge,Ham\n"
        );

        var page = await service.Client.GetStringAsync(new Uri("/businesses?q=ham", UriKind.Relative));

        Assert.Contains("2 businesses and organizations found", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mill", page, StringComparison.Ordinal);
    }
}
