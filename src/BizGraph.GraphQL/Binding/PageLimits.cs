using System.Globalization;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Binding;

/// <summary>The paging arguments of one field: their definitions, and reading them with the field's limits.</summary>
sealed record PageLimits(int DefaultSize, int MaxSize)
{
    public const int ArgumentCount = 4;

    public InputValue[] Arguments { get; } =
    [
        new InputValue("first", Scalars.Int)
        {
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"How many items from the front, at most {MaxSize}; {DefaultSize} unless said."
            ),
        },
        new InputValue("after", Scalars.String) { Description = "Only items after this cursor." },
        new InputValue("last", Scalars.Int)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"How many items from the back, at most {MaxSize}."),
        },
        new InputValue("before", Scalars.String) { Description = "Only items before this cursor." },
    ];

    public ListSize ListSize => new(DefaultSize, ["first", "last"], ["edges", "nodes"]);

    /// <summary>Reads the four arguments, which stand first among the field's.</summary>
    /// <exception cref="GraphQLException">A number is out of range, or both are given.</exception>
    public PagingArguments Read(object?[] arguments)
    {
        var (first, last) = (Number(arguments[0], "first"), Number(arguments[2], "last"));
        if (first is not null && last is not null)
            throw new GraphQLException("Give `first` or `last`, not both.");
        return new PagingArguments(
            first ?? (last is null ? DefaultSize : null),
            arguments[1] as string,
            last,
            arguments[3] as string
        );
    }

    int? Number(object? value, string name)
    {
        if (value is not int number)
            return null;
        return number >= 0 && number <= MaxSize
            ? number
            : throw new GraphQLException($"`{name}` is {number}, expected 0 to {MaxSize}.");
    }
}
