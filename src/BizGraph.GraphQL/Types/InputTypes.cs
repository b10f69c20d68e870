using BizGraph.GraphQL.Language;

namespace BizGraph.GraphQL.Types;

/// <summary>An argument or an input field (spec 3.6.1, 3.10).</summary>
sealed class InputValue(string name, GraphType type)
{
    public string Name { get; } = name;

    public GraphType Type { get; } = type;

    public string? Description { get; init; }

    public ValueNode? Default { get; init; }

    public string? DeprecationReason { get; init; }

    /// <summary>What giving the argument costs, set by <c>@cost</c>; null for nothing.</summary>
    public double? Cost { get; init; }

    /// <summary>IsRequired: non-null and without a default (spec 5.4.2.1).</summary>
    public bool IsRequired => Type.IsNonNull && Default is null;
}

sealed class InputObjectType(string name) : NamedType(name)
{
    Dictionary<string, InputValue> _byName = [];

    public IReadOnlyList<InputValue> Fields { get; private set; } = [];

    /// <summary>Exactly one field has to be given, and not null (spec 3.10.1).</summary>
    public bool IsOneOf { get; init; }

    /// <summary>Makes the C# object that resolvers take; null where the type is bound to none.</summary>
    public Func<Execution.InputObject, object>? Construct { get; set; }

    public InputValue? Field(string name) => _byName.GetValueOrDefault(name);

    public void SetFields(IReadOnlyList<InputValue> fields)
    {
        Fields = fields;
        _byName = new Dictionary<string, InputValue>(fields.Count);
        foreach (var field in fields)
            _byName.TryAdd(field.Name, field);
    }
}

/// <summary>A directive's definition (spec 3.13).</summary>
sealed class DirectiveDefinition(string name, IReadOnlyList<string> locations)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Locations { get; } = locations;

    public string? Description { get; init; }

    public bool IsRepeatable { get; init; }

    public IReadOnlyList<InputValue> Arguments { get; init; } = [];

    public InputValue? Argument(string argument) => Arguments.FirstOrDefault(candidate => candidate.Name == argument);
}
