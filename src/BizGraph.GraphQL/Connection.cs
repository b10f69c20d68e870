namespace BizGraph.GraphQL;

/// <summary>One page of a list, as the connections specification has it.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed class Connection<T> : IConnection
{
    readonly Func<int> _totalCount;

    /// <summary>A page whose total is known.</summary>
    public Connection(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info, int totalCount = 0)
        : this(edges, info, () => totalCount) { }

    /// <summary>A page whose total is counted only when it is asked for.</summary>
    public Connection(IReadOnlyList<Edge<T>> edges, ConnectionPageInfo info, Func<int> totalCount)
    {
        Edges = edges;
        Info = info;
        _totalCount = totalCount;
    }

    /// <summary>The items with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>What is before and after.</summary>
    public ConnectionPageInfo Info { get; }

    /// <summary>How many items there are on all pages.</summary>
    public int TotalCount => _totalCount();

    object IConnection.Edges => Edges;

    object IConnection.Nodes => new NodeList<T>(Edges);
}

/// <summary>An item and the cursor that stands for its place.</summary>
/// <param name="Node">The item.</param>
/// <param name="Cursor">An opaque text; a page goes on after it.</param>
public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}

/// <summary>What is before and after a page.</summary>
/// <param name="HasNextPage">Whether items follow.</param>
/// <param name="HasPreviousPage">Whether items precede.</param>
/// <param name="StartCursor">The first item's cursor; null for an empty page.</param>
/// <param name="EndCursor">The last item's cursor; null for an empty page.</param>
public sealed record ConnectionPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

interface IConnection
{
    object Edges { get; }

    object Nodes { get; }

    int TotalCount { get; }

    ConnectionPageInfo Info { get; }
}

interface IEdge
{
    object? Node { get; }

    string Cursor { get; }
}
