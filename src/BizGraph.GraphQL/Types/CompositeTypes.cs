namespace BizGraph.GraphQL.Types;

/// <summary>An object, an interface or a union: what a selection set selects from.</summary>
abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or an interface.</summary>
abstract class FieldsType(string name) : CompositeType(name)
{
    Dictionary<string, FieldDefinition> _byName = [];

    public IReadOnlyList<FieldDefinition> Fields { get; private set; } = [];

    public IReadOnlyList<InterfaceType> Interfaces { get; set; } = [];

    public FieldDefinition? Field(string name) => _byName.GetValueOrDefault(name);

    public void SetFields(IReadOnlyList<FieldDefinition> fields)
    {
        Fields = fields;
        _byName = new Dictionary<string, FieldDefinition>(fields.Count);
        foreach (var field in fields)
            _byName.TryAdd(field.Name, field);
    }
}

sealed class ObjectType(string name) : FieldsType(name)
{
    /// <summary>Its number among the schema's object types.</summary>
    public int Index { get; set; } = -1;

    /// <summary>The class that its values are of, where it is bound to one.</summary>
    public Type? RuntimeType { get; init; }

    /// <summary>What an object of it counts, set by <c>@cost</c>; null for 1.</summary>
    public double? Cost { get; set; }
}

sealed class InterfaceType(string name) : FieldsType(name)
{
    public Type? RuntimeType { get; init; }
}

sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Members { get; set; } = [];
}

/// <summary>A field of an object or interface (spec 3.6).</summary>
sealed class FieldDefinition(string name, GraphType type)
{
    public string Name { get; } = name;

    public GraphType Type { get; } = type;

    public string? Description { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public string? DeprecationReason { get; init; }

    /// <summary>Answers at once; exactly one of the two resolvers is set, but on interfaces.</summary>
    public Execution.Resolver? Resolve { get; init; }

    public Execution.AsyncResolver? ResolveAsync { get; init; }

    /// <summary>The source of events, for a field of the subscription root; <see cref="Resolve"/> then answers with the event.</summary>
    public Func<object?, object?[], Execution.RequestContext, IAsyncEnumerable<object?>>? Subscribe { get; init; }

    /// <summary>The weight set by <c>@cost</c>; null for the default.</summary>
    public double? Cost { get; init; }

    public ListSize? ListSize { get; init; }

    public InputValue? Argument(string argument) => Arguments.FirstOrDefault(candidate => candidate.Name == argument);
}

/// <summary>How long a list can get (<c>@listSize</c> of the cost specification).</summary>
/// <param name="AssumedSize">Its length where no slicing argument says one.</param>
/// <param name="SlicingArguments">Arguments that bound the length.</param>
/// <param name="SizedFields">Fields of the result that hold the lists; empty where the field itself is the list.</param>
sealed record ListSize(int AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);
