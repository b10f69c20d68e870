namespace BizGraph.Analysis.Paths;

/// <summary>A binary heap of nodes by distance in which a distance can fall (Dijkstra's queue). Space O(n).</summary>
sealed class DistanceHeap(int nodeCount)
{
    readonly int[] _heap = new int[nodeCount];
    readonly int[] _place = Absent(nodeCount); // of a node in _heap, -1 when it is not in it
    readonly double[] _distance = new double[nodeCount]; // of the nodes in the heap
    int _count;

    public bool IsEmpty => _count == 0;

    public void Clear()
    {
        while (_count > 0)
        {
            _place[_heap[--_count]] = -1;
        }
    }

    public int TakeNearest()
    {
        var nearest = _heap[0];
        _place[nearest] = -1;
        var last = _heap[--_count];
        if (_count > 0)
        {
            SiftDown(last);
        }
        return nearest;
    }

    /// <summary>Adds the node, or moves it forward when it is there with a larger distance.</summary>
    public void Offer(int node, double distance)
    {
        var place = _place[node];
        if (place < 0)
        {
            place = _count++;
        }
        else if (distance >= _distance[node])
        {
            return;
        }
        _distance[node] = distance;
        while (place > 0)
        {
            var above = (place - 1) / 2;
            if (_distance[_heap[above]] <= distance)
            {
                break;
            }
            Put(_heap[above], place);
            place = above;
        }
        Put(node, place);
    }

    void SiftDown(int node)
    {
        var place = 0;
        while (2 * place + 1 < _count)
        {
            var below = 2 * place + 1;
            if (below + 1 < _count && _distance[_heap[below + 1]] < _distance[_heap[below]])
            {
                below++;
            }
            if (_distance[node] <= _distance[_heap[below]])
            {
                break;
            }
            Put(_heap[below], place);
            place = below;
        }
        Put(node, place);
    }

    void Put(int node, int place) => (_heap[place], _place[node]) = (node, place);

    static int[] Absent(int nodeCount)
    {
        var places = new int[nodeCount];
        Array.Fill(places, -1);
        return places;
    }
}
