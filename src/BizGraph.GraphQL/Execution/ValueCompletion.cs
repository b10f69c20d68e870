using System.Collections;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>CompleteValue (spec 6.4.3): turns what a resolver answered into what the response holds.</summary>
sealed class ValueCompletion(RequestContext request)
{
    public ValueTask Complete(
        SelectionExecutor executor,
        ResultNode node,
        int slot,
        PlannedField field,
        GraphType type,
        object? value
    )
    {
        if (value is null)
        {
            if (type.IsNonNull)
                request.Errors.Report(node, slot, field, NullMisfit(node, field));
            return default;
        }
        switch (type.Nullable)
        {
            case LeafType leaf:
                CompleteLeaf(node, slot, field, leaf, value);
                return default;
            case ListType list:
                return CompleteList(executor, node, slot, field, list, value);
            default:
                return CompleteObject(executor, node, slot, field, (CompositeType)type.Nullable, value);
        }
    }

    void CompleteLeaf(ResultNode node, int slot, PlannedField field, LeafType type, object value)
    {
        try
        {
            node.Values[slot] = type.Serialize(value);
        }
        catch (Exception e)
        {
            request.Errors.Report(node, slot, field, e);
        }
    }

    ValueTask CompleteList(SelectionExecutor executor, ResultNode node, int slot, PlannedField field, ListType type, object value)
    {
        if (type.Item.Nullable is LeafType && PlainLists.Fits(type.Item, value))
        {
            node.Values[slot] = value;
            return default;
        }
        IReadOnlyList<object?> items;
        try
        {
            items = ItemsOf(value);
        }
        catch (Exception e)
        {
            request.Errors.Report(node, slot, field, e);
            return default;
        }
        var list = new ResultList(node, slot, type, items.Count);
        node.Values[slot] = list;
        List<Task>? pending = null;
        for (var i = 0; i < items.Count && !list.IsDead && !request.IsStopped; i++)
        {
            var task = Complete(executor, list, i, field, type.Item, items[i]);
            if (!task.IsCompletedSuccessfully)
                (pending ??= []).Add(task.AsTask());
        }
        return pending is null ? default : new ValueTask(Task.WhenAll(pending));
    }

    static IReadOnlyList<object?> ItemsOf(object value) =>
        value switch
        {
            IReadOnlyList<object?> items => items,
            string => throw new CoercionException("Expected a list, found text."),
            IEnumerable items => [.. items.Cast<object?>()],
            _ => throw new CoercionException($"Expected a list, found {value.GetType().Name}."),
        };

    ValueTask CompleteObject(
        SelectionExecutor executor,
        ResultNode node,
        int slot,
        PlannedField field,
        CompositeType type,
        object value
    )
    {
        ResultObject child;
        try
        {
            child = new ResultObject(node, slot, field.SelectionFor(ObjectTypeOf(type, value)));
        }
        catch (Exception e)
        {
            request.Errors.Report(node, slot, field, e);
            return default;
        }
        node.Values[slot] = child;
        if (!child.Plan.Type.IsIntrospection)
            request.CountObject();
        return executor.Execute(child, value);
    }

    /// <summary>ResolveAbstractType (spec 6.4.3).</summary>
    ObjectType ObjectTypeOf(CompositeType type, object value)
    {
        if (type is ObjectType known)
            return known;
        var found = request.Schema.Parts.ResolveType(type, value);
        return found is not null && request.Schema.Applies(found, type)
            ? found
            : throw new InvalidOperationException($"A value of {value.GetType()} is none of the possible types of \"{type}\".");
    }

    static CoercionException NullMisfit(ResultNode node, PlannedField field)
    {
        while (node is not ResultObject)
            node = node.Parent!;
        return new CoercionException(
            $"Cannot return null for non-nullable field {((ResultObject)node).Plan.Type}.{field.Definition.Name}."
        );
    }
}
