using System.Text.Json;
using BizGraph.Model;
using BizGraph.Store.Neo4j.Queries;

namespace BizGraph.Store.Neo4j.Shown;

/// <summary>Reads what the database shows, in pages between ids of businesses.</summary>
/// <remarks>Where the pages begin is found first, which costs next to nothing; then two are read at once, so that the server writes one while the other is taken in.</remarks>
sealed class ShownReader(QueryApi api, GraphNames names)
{
    // A page is tried again as a whole; larger ones are hardly faster.
    const int BusinessesOfPage = 10_000;
    const int PagesAtOnce = 2;

    static readonly Dictionary<string, RelationshipType> Types = RelationshipTypes.All.ToDictionary(GraphNames.TypeOf);

    readonly Dictionary<string, BusinessId> _ids = new(StringComparer.Ordinal);
    List<string>? _pages;

    /// <summary>Every business.</summary>
    public async Task<List<Business>> BusinessesAsync(CancellationToken cancellation)
    {
        var pages = await PagesAsync<Business?>(
            $"MATCH (a:{names.Business}) WHERE {{0}} RETURN properties(a)",
            properties =>
                (ref Utf8JsonReader row) =>
                {
                    row.Begin();
                    properties.Fill(ref row);
                    return BusinessProperties.Read(properties);
                },
            cancellation
        );
        var businesses = pages.SelectMany(page => page).OfType<Business>().ToList();
        foreach (var business in businesses)
        {
            _ids[business.Id.Value] = business.Id;
        }

        return businesses;
    }

    /// <summary>Every tie between the businesses that were read. What another program wrote there is left out.</summary>
    public async Task<List<Relationship>> RelationshipsAsync(CancellationToken cancellation)
    {
        var ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var pages = await PagesAsync<Relationship?>(
            $"MATCH (a:{names.Business}) WHERE {{0}} MATCH (a)-[r:{GraphNames.AnyTie}]->(b:{names.Business}) RETURN a.id, b.id, type(r), properties(r)",
            properties =>
                (ref Utf8JsonReader row) =>
                {
                    row.Begin();
                    var (from, to) = (NextId(ref row, ids), NextId(ref row, ids));
                    var type = row.NextText();
                    properties.Fill(ref row);
                    return from is { } a && to is { } b ? RelationshipProperties.Read(properties, a, b, Types[type]) : null;
                },
            cancellation
        );
        return [.. pages.SelectMany(page => page).OfType<Relationship>()];
    }

    static BusinessId? NextId(ref Utf8JsonReader row, Dictionary<string, BusinessId>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        const int ShortId = 128;
        row.Read();
        if (row.TokenType != JsonTokenType.String)
        {
            return null;
        }

        if (row.ValueSpan.Length > ShortId)
        {
            return ids.TryGetValue(row.GetString(), out var known) ? known : null;
        }

        Span<char> letters = stackalloc char[ShortId];
        return ids.TryGetValue(letters[..row.CopyString(letters)], out var id) ? id : null;
    }

    /// <summary>Asks for all pages.</summary>
    /// <param name="statement">Reads the page of the businesses <c>a</c> of which <c>{0}</c> holds.</param>
    /// <param name="reader">Makes a value of a row; each page has properties of its own to read into.</param>
    /// <param name="cancellation">Stops it.</param>
    async Task<List<T>[]> PagesAsync<T>(string statement, Func<PropertyBag, ReadRow<T>> reader, CancellationToken cancellation)
    {
        _pages ??= await FirstIdsAsync(cancellation);
        var read = new List<T>[_pages.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _pages.Count),
            new ParallelOptions { MaxDegreeOfParallelism = PagesAtOnce, CancellationToken = cancellation },
            async (page, token) =>
            {
                var isLast = page == _pages.Count - 1;
                var within = statement.Replace(
                    "{0}",
                    isLast ? "a.id >= $from" : "a.id >= $from AND a.id < $to",
                    StringComparison.Ordinal
                );
                read[page] = await api.RowsAsync(
                    new Query(
                        within,
                        parameters =>
                        {
                            parameters.WriteString("from", _pages[page]);
                            parameters.WriteString("to", isLast ? "" : _pages[page + 1]);
                        },
                        IsRead: true
                    ),
                    reader(new PropertyBag()),
                    token
                );
            }
        );
        return read;
    }

    /// <summary>The first id of each page.</summary>
    async Task<List<string>> FirstIdsAsync(CancellationToken cancellation)
    {
        var firsts = new List<string> { "" };
        while (await NextAsync(firsts[^1]) is { } next)
        {
            firsts.Add(next);
        }

        return firsts;

        async Task<string?> NextAsync(string from)
        {
            var rows = await api.RowsAsync(
                new Query(
                    $"MATCH (a:{names.Business}) WHERE a.id >= $from RETURN a.id ORDER BY a.id SKIP {BusinessesOfPage} LIMIT 1",
                    parameters => parameters.WriteString("from", from),
                    IsRead: true
                ),
                static (ref Utf8JsonReader row) =>
                {
                    row.Begin();
                    return row.NextText();
                },
                cancellation
            );
            return rows.SingleOrDefault();
        }
    }
}
