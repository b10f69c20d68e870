namespace BizGraph.GraphQL;

/// <summary>The limits of a GraphQL endpoint. All are on by default; zero or less is refused.</summary>
public sealed record GraphQLOptions
{
    /// <summary>Tokens in a document.</summary>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>Fields in a document, as written.</summary>
    public int MaxFields { get; init; } = 2_048;

    /// <summary>Nesting of selections, values, list types and fragments; at most 500, so that no recursion can overflow the stack.</summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>Fragment spreads after expansion.</summary>
    public int MaxFragmentVisits { get; init; } = 1_000;

    /// <summary>Comparisons while looking for fields that cannot be merged.</summary>
    public int MaxMergeComparisons { get; init; } = 100_000;

    /// <summary>Validation errors that are reported.</summary>
    public int MaxValidationErrors { get; init; } = 5;

    /// <summary>The cost of an operation's fields.</summary>
    public double MaxFieldCost { get; init; } = 1_000;

    /// <summary>The cost of the objects that an operation can return.</summary>
    public double MaxTypeCost { get; init; } = 1_000;

    /// <summary>How long a request may run.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take for a part of a response (about 64 kB), or for a message.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a WebSocket may take to introduce itself.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Operations that one WebSocket may run at once.</summary>
    public int MaxOperationsPerConnection { get; init; } = 100;

    /// <summary>Origins of pages, beside the endpoint's own, that may open a WebSocket: <c>https://example.org</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Whether responses of the type application/graphql-response+json have the status codes of GraphQL over HTTP of 2026: 294 where
    /// there are data and errors, 422 for a request that was read but does not fit.
    /// </summary>
    public bool UseDetailedStatusCodes { get; init; }

    /// <summary>After how long a silent subscription sends a sign of life.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Bytes of a request's body, uploads apart.</summary>
    public int MaxRequestBytes { get; init; } = 1_000_000;

    /// <summary>Documents kept in the cache.</summary>
    public int MaxCachedDocuments { get; init; } = 1_000;

    /// <summary>Characters of document text kept in the cache, where a token counts 20 more for what is made of it.</summary>
    public int MaxCachedCharacters { get; init; } = 10_000_000;

    /// <summary>Items of a page where the request says no number.</summary>
    public int DefaultPageSize { get; init; } = 10;

    /// <summary>The most items of a page, where the field says no other number.</summary>
    public int MaxPageSize { get; init; } = 50;

    /// <summary>Whether introspection is answered.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>Whether exception messages are sent to clients. For development only.</summary>
    public bool IncludeExceptionDetails { get; init; }

    /// <exception cref="ArgumentException">A limit is out of its range; the message lists each one.</exception>
    internal GraphQLOptions Validate()
    {
        var wrong = Numbers()
            .Where(limit => limit.Value <= 0)
            .Select(limit => $"{limit.Name} is {limit.Value}, expected more than 0")
            .ToList();
        if (MaxNesting > 500)
            wrong.Add($"{nameof(MaxNesting)} is {MaxNesting}, expected at most 500");
        if (ExecutionTimeout <= TimeSpan.Zero)
            wrong.Add($"{nameof(ExecutionTimeout)} is {ExecutionTimeout}, expected more than 0");
        if (DefaultPageSize > MaxPageSize)
            wrong.Add($"{nameof(DefaultPageSize)} is {DefaultPageSize}, expected at most {nameof(MaxPageSize)} ({MaxPageSize})");
        return wrong.Count == 0
            ? this
            : throw new ArgumentException("The GraphQL options do not fit: " + string.Join("; ", wrong) + ".");
    }

    IEnumerable<(string Name, double Value)> Numbers() =>
        [
            (nameof(MaxTokens), MaxTokens),
            (nameof(MaxFields), MaxFields),
            (nameof(MaxNesting), MaxNesting),
            (nameof(MaxFragmentVisits), MaxFragmentVisits),
            (nameof(MaxMergeComparisons), MaxMergeComparisons),
            (nameof(MaxValidationErrors), MaxValidationErrors),
            (nameof(MaxFieldCost), MaxFieldCost),
            (nameof(MaxTypeCost), MaxTypeCost),
            (nameof(MaxOperationsPerConnection), MaxOperationsPerConnection),
            (nameof(MaxRequestBytes), MaxRequestBytes),
            (nameof(MaxCachedDocuments), MaxCachedDocuments),
            (nameof(MaxCachedCharacters), MaxCachedCharacters),
            (nameof(DefaultPageSize), DefaultPageSize),
            (nameof(MaxPageSize), MaxPageSize),
        ];
}
