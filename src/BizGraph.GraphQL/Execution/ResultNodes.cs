using System.Collections.Immutable;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>
/// An object or list of the result. Each slot holds null, a leaf value as its type serialized it, or a further node. Nodes know their
/// place, so a path is made only when an error needs one.
/// </summary>
abstract class ResultNode(ResultNode? parent, int slot, int size)
{
    public object?[] Values { get; } = size == 0 ? [] : new object?[size];

    public ResultNode? Parent { get; } = parent;

    /// <summary>Where it stands in its parent.</summary>
    public int Slot { get; } = slot;

    /// <summary>Set once null has propagated through this node (spec 6.4.4): what it holds is not sent.</summary>
    public volatile bool IsDead;

    public abstract bool IsNonNull(int slot);

    public abstract object PathElement(int slot);

    /// <summary>The response position of a slot.</summary>
    public ImmutableArray<object> PathTo(int slot)
    {
        var path = new List<object>();
        for (ResultNode? node = this; node is not null; slot = node.Slot, node = node.Parent)
            path.Add(node.PathElement(slot));
        path.Reverse();
        return [.. path];
    }
}

sealed class ResultObject(ResultNode? parent, int slot, SelectionPlan plan) : ResultNode(parent, slot, plan.Fields.Length)
{
    public SelectionPlan Plan { get; } = plan;

    public override bool IsNonNull(int slot) => Plan.Fields[slot].Definition.Type.IsNonNull;

    public override object PathElement(int slot) => Plan.Fields[slot].ResponseName;
}

sealed class ResultList(ResultNode parent, int slot, ListType type, int size) : ResultNode(parent, slot, size)
{
    public ListType Type { get; } = type;

    public override bool IsNonNull(int slot) => Type.Item.IsNonNull;

    public override object PathElement(int slot) => slot;
}
