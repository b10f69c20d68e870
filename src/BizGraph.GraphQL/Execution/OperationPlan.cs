using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using BizGraph.GraphQL.Language;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>
/// An operation made ready: selections merged per object type (CollectFields, spec 6.3.2), for one choice of the variables that
/// <c>@skip</c> and <c>@include</c> look at. Sub-selections are planned when first met.
/// </summary>
sealed class OperationPlan
{
    readonly FieldCollector _collector;
    int _nextFieldId;
    int _countedFields;

    public OperationPlan(
        Schema schema,
        DocumentNode document,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, object?> conditions
    )
    {
        Operation = operation;
        Document = document;
        Schema = schema;
        _collector = new FieldCollector(schema, document, conditions);
        Root = SelectionOf(schema.Root(operation.Kind)!, [operation.SelectionSet]);
    }

    public OperationDefinitionNode Operation { get; }

    public DocumentNode Document { get; }

    public Schema Schema { get; }

    public SelectionPlan Root { get; }

    /// <summary>Ids of fields that were planned so far are below this.</summary>
    public int MaxFieldId => _nextFieldId;

    /// <summary>How many fields were planned since this was last asked.</summary>
    public int TakeGrowth()
    {
        var planned = Volatile.Read(ref _nextFieldId);
        return planned == Volatile.Read(ref _countedFields) ? 0 : planned - Interlocked.Exchange(ref _countedFields, planned);
    }

    public SelectionPlan SelectionOf(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = _collector.Collect(type, sets);
        var fields = new PlannedField[groups.Count];
        for (var i = 0; i < fields.Length; i++)
        {
            var node = groups[i][0];
            var definition =
                Schema.Field(type, node.Name.Value)
                ?? throw new InvalidOperationException(
                    $"Type {type} has no field {node.Name.Value}; the document was not validated."
                );
            fields[i] = new PlannedField(this, Interlocked.Increment(ref _nextFieldId) - 1, definition, [.. groups[i]]);
        }
        return new SelectionPlan(type, fields);
    }
}

/// <summary>What is selected on an object of one type, in response order.</summary>
sealed class SelectionPlan(ObjectType type, PlannedField[] fields)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;
}

/// <summary>A response name with the field that answers it.</summary>
sealed class PlannedField
{
    readonly OperationPlan _plan;
    readonly SelectionPlan?[] _selections; // One for each object type that the field can answer with.
    readonly bool _isAbstract;
    Location[]? _locations;

    public PlannedField(OperationPlan plan, int id, FieldDefinition definition, FieldNode[] nodes)
    {
        _plan = plan;
        Id = id;
        Definition = definition;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        Key = JsonEncodedText.Encode(ResponseName);
        IsTypename = ReferenceEquals(definition, plan.Schema.Introspection.TypenameField);
        _isAbstract = definition.Type.Named is InterfaceType or UnionType;
        _selections =
            _isAbstract ? new SelectionPlan?[plan.Schema.ObjectTypes.Count]
            : definition.Type.Named is ObjectType ? new SelectionPlan?[1]
            : [];
        ConstantArguments = Constant(definition, nodes[0]);
    }

    public int Id { get; }

    public FieldDefinition Definition { get; }

    public FieldNode[] Nodes { get; }

    public FieldNode Node => Nodes[0];

    public string ResponseName { get; }

    public JsonEncodedText Key { get; }

    public bool IsTypename { get; }

    /// <summary>The arguments where no variable stands in them and they fit; else null.</summary>
    public object?[]? ConstantArguments { get; }

    /// <summary>The merged sub-selections (MergeSelectionSets, spec 6.4.3) for one type.</summary>
    public SelectionPlan SelectionFor(ObjectType type)
    {
        ref var known = ref _selections[_isAbstract ? type.Index : 0];
        if (Volatile.Read(ref known) is { } selection)
            return selection;
        // Of two that are made at once one counts: batches know a field by its plan.
        var made = _plan.SelectionOf(type, Nodes.Select(node => node.SelectionSet).OfType<SelectionSetNode>());
        return Interlocked.CompareExchange(ref known, made, null) ?? made;
    }

    /// <summary>Where the field stands in the document; found once, since many objects may fail at one field.</summary>
    public ImmutableArray<Location> Locations() =>
        ImmutableCollectionsMarshal.AsImmutableArray(_locations ??= Array.ConvertAll(Nodes, _plan.Document.LocationOf));

    static object?[]? Constant(FieldDefinition definition, FieldNode node)
    {
        if (Array.Exists(node.Arguments, argument => ArgumentCoercion.HasVariable(argument.Value)))
            return null;
        try
        {
            return ArgumentCoercion.Coerce(definition.Arguments, node.Arguments, null);
        }
        catch (CoercionException)
        {
            return null;
        }
    }
}
