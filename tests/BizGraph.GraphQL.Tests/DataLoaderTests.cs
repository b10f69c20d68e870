using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests;

/// <summary>Expected fetches are counted by hand: one for each loader and level of the query.</summary>
public sealed class DataLoaderTests
{
    [Fact]
    public async Task Each_loader_fetches_once_per_wave_over_many_runs()
    {
        const string Query =
            "{ people(ids: [1, 2, 3, 2]) { name boss { name boss { name } city { name } } city { name mayor { name } } } }";
        for (var run = 0; run < 200; run++)
        {
            var log = new FetchLog();
            var answer = await Task.Run(() => Executor(log).ExecuteAsync(Query, cancellation: Cancellation), Cancellation);
            Assert.StartsWith("""{"data":{"people":[{"name":"p1","boss":{"name":"p11",""", answer, StringComparison.Ordinal);
            Assert.Equal(
                ["cities 1 2 3", "cities 11 12 13", "people 1 2 3", "people 101 102 103 21 22 23", "people 11 12 13"],
                log.Fetches.Select(Sorted).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_batch_resolver_is_called_once_for_all_objects_of_a_wave()
    {
        for (var run = 0; run < 50; run++)
        {
            var log = new FetchLog();
            const string Query = "{ people(ids: [1, 2, 3]) { rank(from: 100) boss { rank(from: 200) } } }";
            var answer = await Task.Run(() => Executor(log).ExecuteAsync(Query, cancellation: Cancellation), Cancellation);
            Assert.StartsWith(
                """{"data":{"people":[{"rank":101,"boss":{"rank":211}},{"rank":102,"boss":{"rank":212}}""",
                answer,
                StringComparison.Ordinal
            );
            Assert.Equal(
                ["ranks 100 3", "ranks 200 3"],
                log.Fetches.Where(fetch => fetch.StartsWith("ranks", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_batch_that_fails_fails_its_fields_only()
    {
        var log = new FetchLog { Fails = true };
        var answer = await Task.Run(
            () => Executor(log).ExecuteAsync("{ people(ids: [1]) { name city { name } } }", cancellation: Cancellation),
            Cancellation
        );
        Assert.Contains("""{"name":"p1","city":null}""", answer, StringComparison.Ordinal);
        Assert.Contains("\"path\":[\"people\",0,\"city\"]", answer, StringComparison.Ordinal);
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Keys within a fetch come in the order of the resolvers; here only which ones they are counts.</summary>
    static string Sorted(string fetch) =>
        string.Join(' ', fetch.Split(' ').Take(1).Concat(fetch.Split(' ').Skip(1).Order(StringComparer.Ordinal)));

    static GraphQLExecutor Executor(FetchLog log)
    {
        var services = new ServiceCollection().AddSingleton(log);
        services.AddGraphQL().AddType(typeof(PeopleQueries)).AddType(typeof(PersonNode)).AddType(typeof(CityNode));
        return services.BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
    }

    public sealed class FetchLog
    {
        public ConcurrentQueue<string> Fetches { get; } = new();

        public bool Fails { get; init; }
    }

    public sealed record Person(int Id);

    public sealed record City(int Id);

    public sealed class PeopleById(BatchScheduler scheduler, FetchLog log) : BatchDataLoader<int, Person>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            log.Fetches.Enqueue("people " + string.Join(' ', keys));
            await Task.Delay(Random.Shared.Next(3), cancellationToken);
            return keys.ToDictionary(key => key, key => new Person(key));
        }
    }

    public sealed class CitiesById(BatchScheduler scheduler, FetchLog log) : BatchDataLoader<int, City>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<int, City>> LoadBatchAsync(
            IReadOnlyList<int> keys,
            CancellationToken cancellationToken
        )
        {
            log.Fetches.Enqueue("cities " + string.Join(' ', keys));
            await Task.Delay(Random.Shared.Next(3), cancellationToken);
            return log.Fails ? throw new InvalidOperationException("down") : keys.ToDictionary(key => key, key => new City(key));
        }
    }

    [QueryType]
    public static class PeopleQueries
    {
        public static Task<IReadOnlyList<Person?>> GetPeopleAsync(int[] ids, PeopleById people) => people.LoadAsync(ids);
    }

    [ObjectType<Person>]
    public static class PersonNode
    {
        public static string Name([Parent] Person person) => $"p{person.Id}";

        [BatchResolver]
        public static async Task<IReadOnlyList<int>> GetRankAsync([Parent] IReadOnlyList<Person> people, int from, FetchLog log)
        {
            log.Fetches.Enqueue($"ranks {from} {people.Count}");
            await Task.Yield();
            return [.. people.Select(person => from + person.Id)];
        }

        public static async Task<Person?> GetBossAsync([Parent] Person person, PeopleById people) =>
            await people.LoadAsync(person.Id + 10);

        public static Task<City?> GetCityAsync([Parent] Person person, CitiesById cities) => cities.LoadAsync(person.Id);
    }

    [ObjectType<City>]
    public static class CityNode
    {
        public static string Name([Parent] City city) => $"c{city.Id}";

        public static Task<Person?> GetMayorAsync([Parent] City city, PeopleById people) => people.LoadAsync(city.Id + 100);
    }
}
