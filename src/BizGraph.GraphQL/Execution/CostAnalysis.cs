using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>What an operation can cost: the weights of its fields, the weights of the objects that it can return, and their number.</summary>
readonly record struct OperationCost(double Fields, double Types, double Objects)
{
    public static OperationCost operator +(OperationCost a, OperationCost b) =>
        new(a.Fields + b.Fields, a.Types + b.Types, a.Objects + b.Objects);

    public static OperationCost operator *(double times, OperationCost cost) =>
        new(times * cost.Fields, times * cost.Types, times * cost.Objects);

    public static OperationCost Larger(OperationCost a, OperationCost b) =>
        new(Math.Max(a.Fields, b.Fields), Math.Max(a.Types, b.Types), Math.Max(a.Objects, b.Objects));
}

/// <summary>
/// Static cost analysis (ibm.github.io/graphql-specs/cost-spec.html) from coerced variables, before any resolver runs. A field costs its
/// weight (1 for objects, 0 for leaf values) and its arguments', and what is below it as often as its list can have items; an abstract type costs what its
/// dearest type does. Introspection is free: its depth is bounded by a validation rule.
/// </summary>
sealed class CostAnalysis(Schema schema, FieldCollector collector, IReadOnlyDictionary<string, object?> variables)
{
    /// <summary>Items of a list that no <c>@listSize</c> describes.</summary>
    public const int UnknownListSize = 10;

    const int MaxSteps = 100_000;

    readonly Dictionary<string, OperationCost> _known = [];
    int _steps;

    /// <returns>Infinite where the fragments combine in too many ways to be counted.</returns>
    public static OperationCost Of(
        Schema schema,
        DocumentNode document,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> variables
    )
    {
        var analysis = new CostAnalysis(schema, new FieldCollector(schema, document, variables), variables);
        var cost = analysis.OfObject(schema.Root(operation.Kind)!, [operation.SelectionSet], null);
        return analysis._steps > MaxSteps ? new OperationCost(double.PositiveInfinity, double.PositiveInfinity, 0) : cost;
    }

    OperationCost OfSelections(CompositeType type, SelectionSetNode[] sets, Sized? sized)
    {
        var key = $"{type.Name} {string.Join(' ', sets.Select(set => set.Start))} {sized}";
        if (_known.TryGetValue(key, out var cost))
            return cost;
        foreach (var possible in schema.PossibleTypes(type))
            if (++_steps <= MaxSteps)
                cost = OperationCost.Larger(cost, new OperationCost(0, possible.Cost ?? 1, 1) + OfObject(possible, sets, sized));
        return _known[key] = cost;
    }

    OperationCost OfObject(ObjectType type, SelectionSetNode[] sets, Sized? sized)
    {
        var total = new OperationCost();
        var groups = collector.Collect(type, sets);
        _steps += groups.Sum(nodes => nodes.Count);
        foreach (var nodes in groups)
            if (schema.Field(type, nodes[0].Name.Value) is { } field && !field.Type.Named.IsIntrospection)
                total += OfField(field, nodes, sized);
        return total;
    }

    OperationCost OfField(FieldDefinition field, List<FieldNode> nodes, Sized? sized)
    {
        var composite = field.Type.Named as CompositeType;
        var own = new OperationCost((field.Cost ?? (composite is null ? 0 : 1)) + GivenArguments(field, nodes[0]), 0, 0);
        if (composite is null)
            return own;
        var length = field.ListSize is { } size ? LengthOf(field, size, nodes[0]) : UnknownListSize;
        var inner = field.ListSize is { SizedFields.Count: > 0 } announced
            ? new Sized(announced.SizedFields, length)
            : (Sized?)null;
        var items = OfSelections(composite, [.. nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>()], inner);
        return own + ItemsOf(field, inner, sized, length) * items;
    }

    static double GivenArguments(FieldDefinition field, FieldNode node) =>
        node.Arguments.Sum(argument => field.Argument(argument.Name.Value)?.Cost ?? 0);

    static double ItemsOf(FieldDefinition field, Sized? inner, Sized? sized, double length)
    {
        if (sized is { } announced && announced.Fields.Contains(field.Name))
            return announced.Length;
        return inner is null && field.Type.Nullable is ListType ? length : 1;
    }

    /// <summary>The largest slicing argument that is given, or else the assumed size.</summary>
    double LengthOf(FieldDefinition field, ListSize size, FieldNode node)
    {
        var given = size.SlicingArguments.Select(name => ValueOf(field, name, node)).OfType<int>().ToList();
        return given.Count > 0 ? Math.Max(0, given.Max()) : size.AssumedSize;
    }

    object? ValueOf(FieldDefinition field, string argument, FieldNode node)
    {
        if (field.Argument(argument) is not { } definition)
            return null;
        try
        {
            return ArgumentCoercion.Coerce([definition], node.Arguments, variables)[0];
        }
        catch (CoercionException)
        {
            return null;
        }
    }

    /// <summary>Lists within a field's result whose length the field announced.</summary>
    readonly record struct Sized(IReadOnlyList<string> Fields, double Length)
    {
        public override string ToString() => $"{string.Join(',', Fields)}={Length}";
    }
}
