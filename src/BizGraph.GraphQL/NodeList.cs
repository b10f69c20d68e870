using System.Collections;

namespace BizGraph.GraphQL;

/// <summary>The items of edges, without a copy.</summary>
sealed class NodeList<T>(IReadOnlyList<Edge<T>> edges) : IReadOnlyList<T>
{
    public T this[int index] => edges[index].Node;

    public int Count => edges.Count;

    public IEnumerator<T> GetEnumerator() => edges.Select(edge => edge.Node).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
