using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace BizGraph.GraphQL.Tests.Towns;

/// <summary>A small town's shops, as domain classes have them: no GraphQL in sight.</summary>
public sealed record Shop(ShopId Id, string Name, Trade Trade, string Email, double Rating)
{
    public DateOnly Opened { get; init; } = new(2020, 1, 31);
}

/// <summary>A shop's identifier.</summary>
public readonly record struct ShopId(string Value);

/// <summary>What a shop does.</summary>
public enum Trade
{
    /// <summary>Bread and cakes.</summary>
    Bakery,
    HardwareStore,

    [Obsolete("Nobody trades in ice any more.")]
    IceHouse,
}

public sealed class Town
{
    public IReadOnlyList<Shop> Shops { get; } =
    [
        new(new("a"), "Ada's", Trade.Bakery, "ada@example.org", 4.5),
        new(new("b"), "Bolts", Trade.HardwareStore, "bolts@example.org", 3),
        new(new("c"), "Crumb", Trade.Bakery, "crumb@example.org", 5),
    ];

    public List<string> Log { get; } = [];

    /// <summary>Somebody asks for patience.</summary>
    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>They went away.</summary>
    public TaskCompletionSource Gone { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Which shops to show.</summary>
/// <param name="Trade">Only this trade.</param>
/// <param name="NameContains">Only names with this text.</param>
public sealed record ShopFilter(Trade? Trade = null, string? NameContains = null, IReadOnlyList<string>? Ids = null);

[OneOf]
public sealed record ShopKey([property: ID] string? Id, string? Name);

/// <summary>Questions about shops.</summary>
[QueryType]
public static class ShopQueries
{
    /// <summary>One shop.</summary>
    /// <param name="id">Its identifier.</param>
    public static Shop? GetShop(ShopId id, Town town) => town.Shops.FirstOrDefault(shop => shop.Id == id);

    /// <summary>Shops by name.</summary>
    [UsePaging(IncludeTotalCount = true, MaxPageSize = 2)]
    public static Connection<Shop> GetShops(Town town, PagingArguments page, ShopFilter? where = null) =>
        page.Slice(
            [
                .. town
                    .Shops.Where(shop => where?.Trade is not { } trade || shop.Trade == trade)
                    .Where(shop => where?.NameContains is not { } text || shop.Name.Contains(text, StringComparison.Ordinal)),
            ],
            shop => shop.Id.Value
        );

    public static async Task<Shop?> FindShopAsync(ShopKey key, Town town, CancellationToken cancellation)
    {
        await Task.Delay(1, cancellation);
        return town.Shops.FirstOrDefault(shop => shop.Id.Value == key.Id || shop.Name == key.Name);
    }

    public static Summary GetSummary(Town town) => new(town.Shops.Count, [.. town.Shops.Select(shop => shop.Rating)]);

    [UsePaging]
    public static IEnumerable<Trade> GetTrades() => Enum.GetValues<Trade>();

    public static string GetFailure(bool known) =>
        known
            ? throw new GraphQLException(ErrorBuilder.New().SetMessage("Closed today.").SetCode("CLOSED").Build())
            : throw new InvalidOperationException("secret");

    public static async Task<int> GetPatienceAsync(Town town, CancellationToken cancellation)
    {
        town.Waiting.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            town.Gone.TrySetResult();
        }
        return 0;
    }

    public static string Greet(string name = "you", int times = 2) => string.Concat(Enumerable.Repeat($"Hello {name}! ", times));
}

[MutationType]
public static class ShopMutations
{
    public static async Task<string> ImportAsync(IFormFile file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return $"{file.FileName}: {await reader.ReadToEndAsync(cancellation)}";
    }

    public static async Task<int> NoteAsync(string text, Town town)
    {
        await Task.Yield();
        town.Log.Add(text);
        return town.Log.Count;
    }
}

[SubscriptionType]
public static class ShopSubscriptions
{
    /// <summary>Counts up, then ends.</summary>
    public static async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Delay(1, cancellation);
            yield return i;
        }
    }

    /// <summary>Opens shop after shop until nobody listens.</summary>
    public static async IAsyncEnumerable<Shop> Opening(Town town, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return town.Shops[0];
        town.Waiting.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            town.Gone.TrySetResult();
        }
    }

    public static async IAsyncEnumerable<int> Broken()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException("secret");
    }
}

/// <summary>A shop.</summary>
[ObjectType<Shop>]
public static class ShopNode
{
    /// <summary>Its identifier.</summary>
    public static ShopId Id([Parent] Shop shop) => shop.Id;

    public static string Name([Parent] Shop shop) => shop.Name;

    public static Trade GetTrade([Parent] Shop shop) => shop.Trade;

    public static DateOnly Opened([Parent] Shop shop) => shop.Opened;

    public static IEnumerable<Shop> GetRivals([Parent] Shop shop, Town town) =>
        town.Shops.Where(other => other.Trade == shop.Trade && other.Id != shop.Id);
}

/// <summary>Figures of the town.</summary>
/// <param name="Shops">How many shops.</param>
/// <param name="Ratings">Their ratings.</param>
[ObjectType]
public sealed record Summary(int Shops, double[] Ratings)
{
    [GraphQLIgnore]
    public string Hidden => $"hidden {Shops}";
}
