using Microsoft.Extensions.DependencyInjection;

namespace BizGraph.GraphQL.Tests.Binding;

/// <summary>Expected values are read off the classes below.</summary>
public sealed class AbstractTypeTests
{
    [Fact]
    public async Task Interfaces_and_unions_answer_with_the_type_of_the_object()
    {
        const string Query =
            "{ animals { __typename name ... on Cat { lives } } finds { __typename ... on Animal { name } ... on Stone { weight } } }";
        Assert.Equal(
            """{"data":{"animals":[{"__typename":"Cat","name":"Tom","lives":9},{"__typename":"Dog","name":"Rex"}],"finds":[{"__typename":"Stone","weight":2.5},{"__typename":"Cat","name":"Tom"}]}}""",
            await Executor().ExecuteAsync(Query, cancellation: TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void The_schema_tells_who_implements_what()
    {
        var sdl = Executor().PrintSchema();
        Assert.Contains("interface Animal {\n  name: String!\n}", sdl, StringComparison.Ordinal);
        Assert.Contains("type Cat implements Animal {", sdl, StringComparison.Ordinal);
        Assert.Contains("union Find = Cat | Stone\n", sdl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_filter_sees_each_error_before_it_is_sent()
    {
        var answer = await Executor().ExecuteAsync("{ broken }", cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("\"message\":\"Sorry. (InvalidOperationException)\"", answer, StringComparison.Ordinal);
    }

    static GraphQLExecutor Executor()
    {
        var services = new ServiceCollection();
        services
            .AddGraphQL()
            .AddType(typeof(Questions))
            .AddType<IAnimal>()
            .AddType<IFind>()
            .AddType<Cat>()
            .AddType<Dog>()
            .AddType<Stone>()
            .AddErrorFilter<Polite>();
        return services.BuildServiceProvider().GetRequiredService<GraphQLExecutor>();
    }

    public sealed class Polite : IErrorFilter
    {
        public IError OnError(IError error) => error.WithMessage($"Sorry. ({error.Exception!.GetType().Name})");
    }

    [InterfaceType]
    public interface IAnimal
    {
        string Name { get; }
    }

    [UnionType]
    public interface IFind;

    [ObjectType]
    public sealed record Cat(string Name, int Lives) : IAnimal, IFind;

    [ObjectType]
    public sealed record Dog(string Name) : IAnimal;

    [ObjectType]
    public sealed record Stone(double Weight) : IFind;

    [QueryType]
    public static class Questions
    {
        public static IReadOnlyList<IAnimal> GetAnimals() => [new Cat("Tom", 9), new Dog("Rex")];

        public static IEnumerable<IFind> GetFinds() => [new Stone(2.5), new Cat("Tom", 9)];

        public static int? GetBroken() => throw new InvalidOperationException("secret");
    }
}
